//! Every operation of the interface asks who is there and what they may do.
//!
//! The table names each operation and the verb it asks for. An operation that
//! is in the interface and not in the table, or the other way round, fails.

mod sample;
mod table;

use std::collections::BTreeSet;

use axum::http::Method;
use serde::Serialize;
use serde_json::Value as Json;
use zhishou_app::Action;
use zhishou_app::access::{NewAccount, open_account};
use zhishou_app::people::{NewCommunity, add_person, found_community};
use zhishou_base::{CommunityId, PersonId};
use zhishou_platform::{Act, AppError};
use zhishou_rules::access::{Role, Verb, may};
use zhishou_rules::people::StaffInput;

use crate::harness::{CAST, Client, Harness, PASSWORD, for_each_engine};
use sample::{Operation, operations};
use table::{Asks, TABLE};

#[test]
fn the_table_names_every_operation_and_no_other() {
    let described: BTreeSet<String> = operations().into_iter().map(|op| op.id).collect();
    let listed: BTreeSet<String> = TABLE.iter().map(|(id, _)| (*id).to_owned()).collect();
    assert_eq!(
        listed.len(),
        TABLE.len(),
        "an operation stands twice in the table"
    );
    let missing: Vec<_> = described.difference(&listed).collect();
    let unknown: Vec<_> = listed.difference(&described).collect();
    assert!(missing.is_empty(), "not in the table: {missing:?}");
    assert!(unknown.is_empty(), "not in the interface: {unknown:?}");
}

fn asked_by(operation: &Operation) -> Asks {
    let found = TABLE.iter().find(|(id, _)| *id == operation.id);
    found.expect("the table names every operation").1
}

async fn send(client: &mut Client, operation: &Operation, community: CommunityId) -> (u16, String) {
    let path = operation.path_in(community);
    let body = (operation.method != Method::GET).then(|| operation.body.clone());
    let answer = client
        .send(operation.method.clone(), &path, body, &[])
        .await;
    let text = String::from_utf8_lossy(&answer.bytes).into_owned();
    (answer.status.as_u16(), text)
}

#[tokio::test]
async fn a_stranger_is_asked_to_sign_in() {
    for_each_engine(async |h| {
        let c = h.community().await;
        let stranger = h.stranger();
        let mut wrong = Vec::new();
        for operation in operations() {
            if asked_by(&operation) == Asks::Nothing {
                continue;
            }
            let (status, text) = send(&mut stranger.clone(), &operation, c.id).await;
            wrong.extend((status != 401).then(|| format!("{}: {status} {text}", operation.id)));
        }
        assert_eq!(wrong, [""; 0]);
    })
    .await;
}

#[tokio::test]
async fn nobody_reaches_into_another_community() {
    for_each_engine(async |h| {
        let c = h.community().await;
        let mut neighbour = neighbour(&h).await;
        let mut wrong = Vec::new();
        for operation in operations() {
            if !matches!(asked_by(&operation), Asks::For(_)) {
                continue;
            }
            let (status, text) = send(&mut neighbour, &operation, c.id).await;
            let leaks = status != 404 || text.contains("演示小区");
            wrong.extend(leaks.then(|| format!("{}: {status} {text}", operation.id)));
        }
        assert_eq!(wrong, [""; 0]);
    })
    .await;
}

#[tokio::test]
async fn a_role_without_the_verb_is_refused() {
    for_each_engine(async |h| {
        let c = h.community().await;
        let mut wrong = Vec::new();
        for (login, _, role) in one_of_each_role() {
            let mut client = h.as_(login).await;
            for operation in operations() {
                let Asks::For(verb) = asked_by(&operation) else {
                    continue;
                };
                if may(role, verb) {
                    continue;
                }
                let (status, text) = send(&mut client, &operation, c.id).await;
                let id = &operation.id;
                wrong.extend((status != 403).then(|| format!("{id} as {role}: {status} {text}")));
            }
        }
        assert_eq!(wrong, [""; 0]);
    })
    .await;
}

#[tokio::test]
async fn a_role_with_the_verb_is_let_in() {
    for_each_engine(async |h| {
        let c = h.community().await;
        for (login, _, role) in one_of_each_role() {
            let mut client = h.as_(login).await;
            for operation in operations()
                .into_iter()
                .filter(|op| op.method == Method::GET)
            {
                let Asks::For(verb) = asked_by(&operation) else {
                    continue;
                };
                // The stream of news never ends, so it cannot be read whole here.
                if !may(role, verb) || operation.id == "live_events" {
                    continue;
                }
                let (status, text) = send(&mut client, &operation, c.id).await;
                assert!(
                    matches!(status, 200 | 400 | 404 | 422),
                    "{} as {role}: {status} {text}",
                    operation.id
                );
            }
        }
    })
    .await;
}

fn one_of_each_role() -> Vec<(&'static str, &'static str, Role)> {
    let mut seen = BTreeSet::new();
    CAST.iter()
        .copied()
        .filter(|(_, _, role)| seen.insert(*role))
        .collect()
}

/// Somebody who manages another community of the same installation.
async fn neighbour(h: &Harness) -> Client {
    let id = CommunityId(uuid::Uuid::from_u128(0x0071));
    let account = NewAccount::prepare(
        &h.app,
        PersonId(id.0),
        "neighbour",
        None,
        PASSWORD.to_owned(),
        None,
    )
    .await
    .expect("an account");
    h.app
        .found(id, &FoundAnother { account })
        .await
        .expect("founded");
    h.as_("neighbour").await
}

#[derive(Serialize)]
struct FoundAnother {
    #[serde(skip)]
    account: NewAccount,
}

impl Action for FoundAnother {
    type Outcome = ();
    const NAME: &'static str = "test.found_another";
    const VERB: Verb = Verb::ManageCommunity;

    async fn perform(&self, act: &mut Act) -> Result<(), AppError> {
        let new = NewCommunity {
            name: "邻近小区".to_owned(),
            utc_offset_minutes: 480,
        };
        found_community(act, &new).await?;
        let manager = StaffInput {
            name: "邻经理".to_owned(),
            phone: None,
            department: String::new(),
            joined_on: "2026-01-01".parse().expect("a date"),
            left_on: None,
            roles: Role::ALL.to_vec(),
            skills: Vec::new(),
            identity_number: None,
        };
        let person = add_person(act, &manager).await?;
        open_account(act, &self.account.of_person(person)).await?;
        Ok(())
    }
}

/// Used by the sample bodies.
fn nil() -> Json {
    Json::String(uuid::Uuid::nil().to_string())
}
