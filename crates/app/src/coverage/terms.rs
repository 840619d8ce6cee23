//! What the regulation in force says about a post while a duty runs. It is
//! stored with the duty, so that a running duty is never judged by a later rule.

use serde::{Deserialize, Serialize};
use zhishou_base::{PostId, Span};
use zhishou_rules::access::Role;
use zhishou_rules::coverage::{CallSteps, PostRules};
use zhishou_rules::regulation::{LeavingNeeds, PostKind, Regulation};

/// The terms of a post during a duty.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PostTerms {
    /// Roles that may stand in.
    pub relief_roles: Vec<Role>,
    /// Posts to which the line may be given.
    pub line_to: Vec<PostId>,
    /// Whether the post may stand empty for a while.
    pub may_stand_empty: bool,
    /// Roles that approve a relief.
    pub approval_roles: Vec<Role>,
    /// Minutes until a relief by voice must be confirmed.
    pub voice_confirm_minutes: u32,
    /// Posts that one person may hold together with this one.
    pub combines_with: Vec<PostId>,
    /// Who is called when nobody is there or nobody takes over; absent in duties laid out
    /// before the regulation was asked.
    #[serde(default)]
    pub calls: CallSteps,
}

impl PostTerms {
    /// Reads them from a regulation; `find` gives the post of a key.
    pub fn of(regulation: &Regulation, key: &str, find: impl Fn(&str) -> Option<PostId>) -> Self {
        let leaving = &regulation.leaving;
        let asks_approval = matches!(
            leaving.non_urgent,
            LeavingNeeds::Approval | LeavingNeeds::StandInAndApproval
        );
        Self {
            relief_roles: leaving.stand_in_roles.clone(),
            line_to: line_targets(regulation, key)
                .into_iter()
                .filter_map(&find)
                .collect(),
            may_stand_empty: leaving.non_urgent == LeavingNeeds::Nothing || leaving.at_least == 0,
            approval_roles: if asks_approval {
                leaving.approved_by.clone()
            } else {
                Vec::new()
            },
            voice_confirm_minutes: leaving.voice_confirm_minutes,
            combines_with: combinable(regulation, key)
                .into_iter()
                .filter_map(&find)
                .collect(),
            calls: CallSteps::of(regulation, &find),
        }
    }

    /// The same as the pure rules take it.
    pub fn rules(&self, name: String) -> PostRules {
        PostRules {
            name,
            relief_roles: self.relief_roles.clone(),
            line_to: self.line_to.clone(),
            may_stand_empty: self.may_stand_empty,
            approval_roles: self.approval_roles.clone(),
            voice_confirmation: Span::minutes(i64::from(self.voice_confirm_minutes)),
            calls: self.calls.clone(),
        }
    }
}

/// Posts named by a shift of this post, and posts stood by those who may stand in.
fn line_targets<'a>(regulation: &'a Regulation, key: &'a str) -> Vec<&'a str> {
    let named = regulation
        .shifts_of(key)
        .filter_map(|shift| shift.line_to.as_deref());
    let stood_in = regulation
        .shifts
        .iter()
        .filter(|shift| {
            shift
                .roles
                .iter()
                .any(|role| regulation.leaving.stand_in_roles.contains(role))
        })
        .map(|shift| shift.post.as_str());
    let mut targets: Vec<&str> = named.chain(stood_in).filter(|post| *post != key).collect();
    targets.sort_unstable();
    targets.dedup();
    targets
}

/// The pairs the regulation marks; never desk and patrol, whatever it says.
fn combinable<'a>(regulation: &'a Regulation, key: &str) -> Vec<&'a str> {
    let Some(post) = regulation.post(key) else {
        return Vec::new();
    };
    regulation
        .posts
        .iter()
        .filter(|other| {
            post.may_combine_with.contains(&other.key)
                || other.may_combine_with.iter().any(|marked| marked == key)
        })
        .filter(|other| {
            !matches!(
                (post.kind, other.kind),
                (PostKind::Desk, PostKind::Patrol) | (PostKind::Patrol, PostKind::Desk)
            )
        })
        .map(|other| other.key.as_str())
        .collect()
}
