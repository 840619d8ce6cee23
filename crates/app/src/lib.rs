//! The capabilities of Zhishou, and the application object that carries them.
//!
//! Each folder is one capability: `http` (parse and answer), `actions` (load,
//! decide, save, one act each) and `store` (SQL). They meet only through what
//! a folder's `mod.rs` exports.

pub mod access;
pub mod action;
pub mod app;
pub mod coverage;
pub mod demo;
pub mod desk;
pub mod dutylog;
pub mod externalcase;
pub mod handover;
pub mod http;
pub mod lists;
pub mod live;
pub mod notice;
pub mod notify;
pub mod people;
pub mod privacy;
pub mod publicmatter;
pub mod regulation;
pub mod report;
pub mod roster;
mod schema;
pub mod setup;
pub mod staffcomplaint;
pub mod workorder;

pub use action::Action;
pub use app::{App, AppParts};
pub use schema::migrations;

use utoipa_axum::router::OpenApiRouter;

/// The routes of all capabilities.
pub fn router() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .merge(access::router())
        .merge(live::router())
        .merge(setup::router())
        .merge(demo::router())
        .merge(people::router())
        .merge(desk::router())
        .merge(notify::router())
        .merge(notice::router())
        .merge(regulation::router())
        .merge(roster::router())
        .merge(coverage::router())
        .merge(workorder::router())
        .merge(publicmatter::router())
        .merge(externalcase::router())
        .merge(handover::router())
        .merge(dutylog::router())
        .merge(staffcomplaint::router())
        .merge(report::router())
        .merge(privacy::router())
}
