//! Black-box tests: the real router and the real application on both engines,
//! with a clock that stands still until a test moves it.

mod access;
mod authorisation;
mod backup;
mod coverage;
mod desk;
mod duty_day;
mod engines;
mod handover;
mod harness;
mod ledger;
mod migrations;
mod people;
mod platform_acts;
mod regulation;
mod roster;
mod serving;
mod settings;
mod workorder;
