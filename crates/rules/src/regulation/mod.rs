//! Regulation 值班制度: a duty regulation as typed data.
//!
//! A regulation is a TOML document. [`parse`] reads it, [`check`] resolves what it
//! inherits and lints it like source code, [`plan_day`] turns it into the shifts
//! of a date. Nothing that varies between regulations is a constant in code.

mod calendar;
mod check;
mod clause;
mod conduct;
mod diagnostic;
mod document;
mod draft;
mod explain;
mod hours;
mod labels;
mod lint;
mod parse;
mod plan;
mod post;
pub mod presets;
mod print;
mod reader_words;
mod required;
mod resolve;
mod routine;
mod script;
mod service;
mod shift;
mod spans;
mod standing;
#[cfg(test)]
mod tests;
mod text;

pub use calendar::WorkCalendar;
pub use check::{Checked, check};
pub use clause::{Clause, KeptBy, MECHANISMS, mechanism_name};
pub use conduct::{
    Breach, CheckItem, CountItem, Discipline, EmergencyLeaving, HandoverRules, Leaving,
    LeavingNeeds, Side, SignIn,
};
pub use diagnostic::{Diagnostic, Place, Severity};
pub use document::Regulation;
pub use draft::{
    AdoptedPost, DraftState, RegulationRefusal, adopt, publish, save_draft, submit_for_review,
};
pub use hours::{Edge, Hours, HoursError, WEEK, WorkHours};
pub use labels::{days_zh, role_name};
pub use lint::lint;
pub use parse::{MAX_DOCUMENT_BYTES, Parsed, parse};
pub use plan::{Change, DutyMode, PlannedShift, night_minutes, plan_day, plan_day_in};
pub use post::{Identity, Post, PostKind, Qualification};
pub use print::print;
pub use required::{next_boundary, plan_period, required_hours, shift_at};
pub use resolve::{Resolved, digest_of, resolve};
pub use routine::{
    Audience, InspectionRule, NoticeRule, PeriodicDuty, PublishBy, Recurrence, RosterChange,
    RosterRaise, RosterRules,
};
pub use script::Script;
pub use service::{
    Channel, DeskRules, PermitRule, ServiceCalendar, ServiceKind, ServiceLevel, ServiceUrgency,
};
pub use shift::{ChangeWord, HolidayRule, OnCall, Responsible, Shift, Sleeping};
pub use spans::Spans;
pub use standing::{
    Assessment, Escalation, EscalationStep, Indicator, LadderStep, Measure, Named, PlanRule,
    Reachability, TrainingRule, Trigger,
};
pub use text::Text;
