//! A community with a manager who may publish and a clerk who may only read.

use serde::Serialize;
use uuid::Uuid;
use zhishou_app::Action;
use zhishou_app::access::{NewAccount, open_account};
use zhishou_base::{CommunityId, PersonId};
use zhishou_platform::{Act, AppError, Entry, sql};
use zhishou_rules::access::{Role, Verb};

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
        let (community, now) = (act.community(), act.now());
        sql(
            "INSERT INTO community (id, name, utc_offset_minutes, founded_at, version) \
             VALUES ($1, $2, 480, $3, 1)",
        )
        .bind(community)
        .bind("测试小区")
        .bind(now)
        .run(act)
        .await?;
        for (account, role) in &self.people {
            sql(
                "INSERT INTO person (community_id, id, name, name_keys, department, joined_on, \
                 created_at, version) VALUES ($1, $2, $3, '', '', '2026-01-01', $4, 1)",
            )
            .bind(community)
            .bind(account.person)
            .bind(role.as_str())
            .bind(now)
            .run(act)
            .await?;
            sql("INSERT INTO person_role (community_id, person_id, role) VALUES ($1, $2, $3)")
                .bind(community)
                .bind(account.person)
                .bind(role.as_str())
                .run(act)
                .await?;
            open_account(act, account).await?;
            sql(
                "INSERT INTO membership (community_id, account_id, person_id) \
                 SELECT $1, id, $2 FROM account WHERE login = $3 \
                 ON CONFLICT (community_id, account_id) DO NOTHING",
            )
            .bind(community)
            .bind(account.person)
            .bind(&account.login)
            .run(act)
            .await?;
        }
        act.record(Entry::new("people.community_founded")).await?;
        Ok(())
    }
}

impl Cast {
    /// Founds the community with its own number, so that several stay apart.
    pub async fn found(h: &Harness, number: u128) -> Self {
        let community = CommunityId(Uuid::from_u128(0xC0 + number));
        let mut people = Vec::new();
        for (index, role) in [Role::Manager, Role::ServiceClerk].into_iter().enumerate() {
            let person = PersonId(Uuid::from_u128(0xA000 + number * 16 + index as u128));
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
