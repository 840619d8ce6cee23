//! Founding the demo community: posts and regulation of R01, staff with accounts.

use std::collections::BTreeMap;

use serde::Serialize;
use zhishou_base::{Date, Instant, PersonId, UtcOffset};
use zhishou_platform::{Act, AppError};
use zhishou_rules::access::Verb;
use zhishou_rules::people::StaffInput;

use super::cast::{CAST, Member};
use crate::access::{NewAccount, open_account, use_setup_link};
use crate::action::Action;
use crate::people::{NewCommunity, add_person, found_community};
use crate::regulation::adopt_preset;
use crate::setup::add_posts_of_preset;

/// Name of the demo community.
pub const NAME: &str = "演示小区";

/// Founds the community in one act.
#[derive(Serialize)]
pub struct FoundDemo {
    /// The set-up link that is used up, when the demo is asked for on the set-up page.
    #[serde(skip)]
    pub token: Option<String>,
    /// Password and PIN, hashed once for all.
    #[serde(skip)]
    pub account: NewAccount,
    /// First day of work of everybody.
    pub joined_on: Date,
    /// From when the desk lives by R01: the start of a day shift.
    pub desk_from: Instant,
    /// From when the south gate lives by R01: the start of an early shift.
    pub gate_from: Instant,
}

impl Action for FoundDemo {
    type Outcome = BTreeMap<String, PersonId>;
    const NAME: &'static str = "demo.found";
    const VERB: Verb = Verb::ManageCommunity;

    async fn perform(&self, act: &mut Act) -> Result<Self::Outcome, AppError> {
        if let Some(token) = &self.token {
            use_setup_link(act, token).await?;
        }
        let new = NewCommunity {
            name: NAME.to_owned(),
            utc_offset_minutes: UtcOffset::CHINA.0,
        };
        found_community(act, &new).await?;
        let posts = add_posts_of_preset(act, "r01").await?;
        let mut people = BTreeMap::new();
        for (at, member) in CAST.iter().enumerate() {
            let person = add_person(act, &self.staff(at, member)).await?;
            let account = self.account.for_another(person, member.login, None);
            open_account(act, &account).await?;
            people.insert(member.login.to_owned(), person);
        }
        // At a shift boundary of each post, so that no running shift is judged by it.
        for post in posts {
            let from = if post == "desk" {
                self.desk_from
            } else {
                self.gate_from
            };
            adopt_preset(act, "r01", &[post], from).await?;
        }
        Ok(people)
    }
}

impl FoundDemo {
    fn staff(&self, at: usize, member: &Member) -> StaffInput {
        StaffInput {
            name: member.name.to_owned(),
            phone: Some(format!("1990001{at:04}")),
            department: member.department.to_owned(),
            joined_on: self.joined_on,
            left_on: None,
            roles: member.roles.to_vec(),
            skills: member
                .skills
                .iter()
                .map(|skill| (*skill).to_owned())
                .collect(),
            identity_number: None,
        }
    }
}
