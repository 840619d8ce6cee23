//! Who keeps the staff list does not climb by it.

use serde_json::{Value as Json, json};

use crate::harness::{Answer, Client, Community, for_each_engine};

async fn card_of(who: &mut Client, c: &Community, name: &str) -> Json {
    let staff = who.get(&format!("{}/staff", c.path)).await.ok();
    let staff = staff.as_array().expect("staff");
    let found = staff.iter().find(|person| person["name"] == name);
    found.expect(name).clone()
}

async fn change(
    who: &mut Client,
    c: &Community,
    name: &str,
    roles: &[&str],
    left_on: Option<&str>,
) -> Answer {
    let card = card_of(who, c, name).await;
    let path = format!("{}/staff/{}", c.path, card["id"].as_str().expect("an id"));
    let body = json!({ "version": card["version"], "staff": { "name": name, "phone": "",
        "joined_on": "2026-01-01", "left_on": left_on, "roles": roles } });
    who.put(&path, body).await
}

#[tokio::test]
async fn a_supervisor_makes_neither_themself_nor_anybody_director_or_administrator() {
    for_each_engine(async |h| {
        let c = h.community().await;
        let mut he = h.as_("supervisor_he").await;
        for role in ["director", "administrator"] {
            let roles = ["service_supervisor", role];
            let climbed = change(&mut he, &c, "何静", &roles, None).await;
            assert_eq!(climbed.refused(403), "forbidden", "{role}");
            let hired = json!({ "name": "丁一", "joined_on": "2026-11-01", "roles": [role] });
            let added = he.post(&format!("{}/staff", c.path), hired).await;
            assert_eq!(added.refused(403), "forbidden", "{role}");
        }
        let roles = card_of(&mut he, &c, "何静").await["roles"].clone();
        assert_eq!(roles, json!(["service_supervisor"]));
    })
    .await;
}

#[tokio::test]
async fn a_supervisor_takes_no_role_above_their_own_and_lets_no_director_leave() {
    for_each_engine(async |h| {
        let c = h.community().await;
        let mut he = h.as_("supervisor_he").await;
        let stripped = change(&mut he, &c, "唐明", &["guard"], None).await;
        assert_eq!(stripped.refused(403), "forbidden");
        let director = ["director"];
        let dismissed = change(&mut he, &c, "唐明", &director, Some("2026-11-23")).await;
        assert_eq!(dismissed.refused(403), "forbidden");
        // What is below them stays their work, and so does a director's phone number.
        let both = ["repairer", "cleaning_foreman"];
        change(&mut he, &c, "赵刚", &both, None).await.ok();
        change(&mut he, &c, "唐明", &director, None).await.ok();
        // Whoever manages accounts gives every role.
        let mut xu = h.as_("admin_xu").await;
        change(&mut xu, &c, "何静", &director, None).await.ok();
    })
    .await;
}
