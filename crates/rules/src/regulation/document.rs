//! The whole document of one regulation.

use serde::Serialize;
use utoipa::ToSchema;

use super::{
    Assessment, Clause, DeskRules, Discipline, Escalation, HandoverRules, Identity, InspectionRule,
    Leaving, Named, NoticeRule, PeriodicDuty, PermitRule, PlanRule, Post, Qualification,
    Reachability, RosterRules, ServiceKind, ServiceLevel, ServiceUrgency, Shift, SignIn,
    TrainingRule, WorkHours,
};

/// A duty regulation 值班制度 as typed data.
///
/// Read from TOML by [`super::parse`]; the names of the fields are the names of
/// the sections of the document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct Regulation {
    /// What it says about itself.
    pub regulation: Identity,
    /// The usual working hours.
    pub work_hours: Option<WorkHours>,
    /// Posts.
    pub posts: Vec<Post>,
    /// Qualifications that shifts ask for.
    pub qualifications: Vec<Qualification>,
    /// Shifts.
    pub shifts: Vec<Shift>,
    /// Coming on duty.
    pub sign_in: SignIn,
    /// Handover.
    pub handover: HandoverRules,
    /// Leaving the post.
    pub leaving: Leaving,
    /// Discipline.
    pub discipline: Discipline,
    /// Reception.
    pub desk: DeskRules,
    /// Deadlines.
    pub service_levels: Vec<ServiceLevel>,
    /// What is taken up off hours.
    pub permits: Vec<PermitRule>,
    /// Duties that come round.
    pub periodic: Vec<PeriodicDuty>,
    /// How the duty table is made.
    pub roster: RosterRules,
    /// What is made known.
    pub notices: Vec<NoticeRule>,
    /// Checks of posts.
    pub inspections: Vec<InspectionRule>,
    /// Escalation.
    pub escalations: Vec<Escalation>,
    /// Who is reachable.
    pub reachability: Reachability,
    /// Assessment.
    pub assessment: Assessment,
    /// Training.
    pub training: Vec<TrainingRule>,
    /// Emergency plans.
    pub plans: Vec<PlanRule>,
    /// Things the duty room has.
    pub equipment: Vec<Named>,
    /// Signs.
    pub signage: Vec<Named>,
    /// Forms in use.
    pub forms: Vec<Named>,
    /// Powers of the person on duty (R20.5).
    pub powers: Vec<Named>,
    /// Clauses.
    pub clauses: Vec<Clause>,
}

impl Regulation {
    /// The post with this key.
    pub fn post(&self, key: &str) -> Option<&Post> {
        self.posts.iter().find(|post| post.key == key)
    }

    /// The shift with this key.
    pub fn shift(&self, key: &str) -> Option<&Shift> {
        self.shifts.iter().find(|shift| shift.key == key)
    }

    /// The shifts of a post, in the order of the document.
    pub fn shifts_of<'a>(&'a self, post: &'a str) -> impl Iterator<Item = &'a Shift> {
        self.shifts.iter().filter(move |shift| shift.post == post)
    }

    /// The minutes before its start by which a shift is signed in.
    pub fn sign_in_lead_minutes(&self, shift: &Shift) -> u32 {
        shift
            .sign_in_lead_minutes
            .unwrap_or(if shift.is_main() && shift.needs_person() {
                self.sign_in.lead_minutes
            } else {
                0
            })
    }

    /// The deadlines for a kind and urgency; the kind's next lower urgency when none is stated.
    pub fn service_level(
        &self,
        kind: ServiceKind,
        urgency: ServiceUrgency,
    ) -> Option<&ServiceLevel> {
        self.service_levels
            .iter()
            .filter(|level| level.kind == kind && level.urgency <= urgency)
            .max_by_key(|level| level.urgency)
    }

    /// The address of a clause, e.g. `R08.2.1`.
    pub fn address(&self, clause: &Clause) -> String {
        format!("{}.{}", self.regulation.numbering, clause.number)
    }

    /// The clause at an address such as `R01.6`.
    pub fn clause(&self, address: &str) -> Option<&Clause> {
        self.clauses
            .iter()
            .find(|clause| self.address(clause) == address)
    }
}
