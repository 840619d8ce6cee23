//! Who a regulation is about: its identity, posts and qualifications.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::Text;
use crate::access::Role;
pub use crate::people::PostKind;

/// What a regulation says about itself; the clauses that only state something live here.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Identity {
    /// Short key of the document, e.g. `r01`; others inherit by it.
    pub id: String,
    /// Prefix of the clause addresses, e.g. `R01`.
    pub numbering: String,
    /// Title as printed.
    pub title: Text,
    /// Version as the company writes it, e.g. `1` or `2026-11`.
    pub version: String,
    /// The preset this document builds on; only differences stand in the document.
    #[serde(default)]
    pub inherits: Option<String>,
    /// In a resolved text: what it was built on. Written by the resolver, not by hand.
    #[serde(default)]
    pub inherited: Option<String>,
    /// Inherited parts that do not apply, e.g. `["shifts.noon"]`.
    #[serde(default)]
    pub without: Vec<String>,
    /// Why the regulation exists.
    #[serde(default)]
    pub purpose: Option<Text>,
    /// Whom it applies to.
    #[serde(default)]
    pub scope: Option<Text>,
    /// Principles it states.
    #[serde(default)]
    pub principles: Vec<Text>,
    /// Who interprets it, and from when it applies.
    #[serde(default)]
    pub interpretation: Option<Text>,
    /// What it replaces.
    #[serde(default)]
    pub supersedes: Option<Text>,
    /// Amendments made since the first version.
    #[serde(default)]
    pub amendments: Vec<Text>,
    /// Who reports to whom, lowest first (R22: receptionist, supervisor, manager).
    #[serde(default)]
    pub reporting_line: Vec<Role>,
}

/// A post that a named person answers for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Post {
    /// Key used by the shifts of the document, e.g. `desk`.
    pub key: String,
    /// Name as printed.
    pub name: Text,
    /// What kind of place it is.
    pub kind: PostKind,
    /// Whether it must be held 24 hours a day, every day.
    #[serde(default)]
    pub all_day: bool,
    /// Whether the duty telephone 值班电话 rings here.
    #[serde(default)]
    pub phone_line: bool,
    /// How many people share its shifts, when the regulation says it (R19: six).
    #[serde(default)]
    pub staff: Option<u32>,
    /// Posts one person may hold together with this one (可兼岗).
    #[serde(default)]
    pub may_combine_with: Vec<String>,
    /// Where it is.
    #[serde(default)]
    pub place: Option<Text>,
    /// What its holder does.
    #[serde(default)]
    pub duties: Vec<Text>,
    /// False when the source does not state this post and the preset proposes it.
    #[serde(default = "yes")]
    pub stated: bool,
}

/// A qualification or certificate that a shift may ask for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Qualification {
    /// Key used by shifts.
    pub key: String,
    /// Name as printed.
    pub name: Text,
    /// Whether a certificate with a number proves it.
    #[serde(default)]
    pub certificate: bool,
}

pub(super) fn yes() -> bool {
    true
}
