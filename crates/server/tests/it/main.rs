//! Black-box tests: the real router and the real application on both engines,
//! with a clock that stands still until a test moves it.
#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test, and what tests share, fails by panicking"
)]

mod access;
mod alerts;
mod answering;
mod authorisation;
mod backup;
mod calling;
mod coverage;
mod coverage_walk;
mod demo;
mod desk;
mod duty_day;
mod dutylog;
mod ears;
mod engines;
mod externalcase;
mod guessing;
mod handover;
mod handover_bounds;
mod harness;
mod help;
mod ledger;
mod migrations;
mod notice;
mod notify;
mod obligations;
mod passwords;
mod people;
mod planning;
mod platform_acts;
mod privacy;
mod privacy_copies;
mod publicmatter;
mod regulation;
mod report;
mod roster;
mod serving;
mod settings;
mod staffcomplaint;
mod story;
mod terminal;
mod workorder;
