//! The pure rules of Zhishou: types and decisions of every capability.
//!
//! Nothing here does I/O, reads a clock or draws randomness. A decision takes
//! what is stored and what is asked, and returns what is to be stored or a
//! typed [`zhishou_base::Refusal`].

pub mod access;
pub mod coverage;
pub mod desk;
pub mod dutylog;
pub mod externalcase;
pub mod handover;
pub mod notice;
pub mod people;
pub mod privacy;
pub mod publicmatter;
pub mod regulation;
pub mod roster;
pub mod staffcomplaint;
mod words;
pub mod workorder;
