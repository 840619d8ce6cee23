//! A community with a manager who may publish and a clerk who may only read.

use serde::Serialize;
use uuid::Uuid;
use zhishou_app::Action;
use zhishou_app::access::{NewAccount, open_account};
use zhishou_app::people::{NewCommunity, add_person, found_community};
use zhishou_base::{CommunityId, PersonId};
use zhishou_platform::{Act, AppError};
use zhishou_rules::access::{Role, Verb};
use zhishou_rules::people::StaffInput;

use crate::harness::{Client, Harness};

const PASSWORD: &str = "a long password";

/// The community under test and its two browsers.
pub struct Cast {
    pub community: CommunityId,
    pub manager: Client,
    pub clerk: Client,
}

#[derive(Serialize)]
struct FoundCommunity {
    people: Vec<(NewAccount, Role)>,
}

impl Action for FoundCommunity {
    type Outcome = ();
    const NAME: &'static str = "test.found_community";
    const VERB: Verb = Verb::ManageCommunity;

    async fn perform(&self, act: &mut Act) -> Result<(), AppError> {
        let new = NewCommunity {
            name: "测试小区".to_owned(),
            utc_offset_minutes: 480,
        };
        found_community(act, &new).await?;
        for (account, role) in &self.people {
            let staff = StaffInput {
                name: format!("测试{role}"),
                phone: None,
                department: String::new(),
                joined_on: "2026-01-01".parse().expect("a date"),
                left_on: None,
                roles: vec![*role],
                skills: Vec::new(),
                identity_number: None,
            };
            let person = add_person(act, &staff).await?;
            open_account(act, &account.of_person(person)).await?;
        }
        Ok(())
    }
}

impl Cast {
    /// Founds the community with its own number, so that several stay apart.
    pub async fn found(h: &Harness, number: u128) -> Self {
        let community = CommunityId(Uuid::from_u128(0xC0 + number));
        let mut people = Vec::new();
        for role in [Role::Manager, Role::ServiceClerk] {
            // The founding act fills in who the account belongs to.
            let person = PersonId(Uuid::nil());
            let login = format!("{}{number}", role.as_str());
            let account =
                NewAccount::prepare(&h.app, person, &login, None, PASSWORD.to_owned(), None)
                    .await
                    .expect("an account");
            people.push((account, role));
        }
        h.app
            .found(community, &FoundCommunity { people })
            .await
            .expect("a community is founded");
        Self {
            community,
            manager: signed_in(h, &format!("manager{number}")).await,
            clerk: signed_in(h, &format!("service_clerk{number}")).await,
        }
    }

    /// The path of the regulations of this community.
    pub fn path(&self, rest: &str) -> String {
        format!("/api/c/{}/regulations{rest}", self.community)
    }
}

async fn signed_in(h: &Harness, login: &str) -> Client {
    let mut client = h.stranger();
    let body = serde_json::json!({ "login": login, "password": PASSWORD });
    client.post("/api/session", body).await.ok();
    client
}
