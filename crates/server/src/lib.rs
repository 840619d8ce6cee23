//! The server of Zhishou: configuration, command line, router and embedded UI.
//!
//! It is a library so that the black-box tests build the very same router that
//! `zhishou serve` serves.

mod backup;
pub mod cli;
pub mod config;
pub mod installation;
mod observe;
pub mod web;
