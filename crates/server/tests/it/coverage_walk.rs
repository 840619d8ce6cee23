//! Random walks over the real application: two instances on one database, acts at
//! the same moment, and crashes in between. Whatever people do, the holds of a
//! post tile its time.

use std::collections::BTreeMap;

use proptest::prelude::*;
use proptest::strategy::ValueTree as _;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use serde_json::{Value as Json, json};
use zhishou_base::{Instant, PostId, Span};
use zhishou_platform::{Conn, DbError, Record, Row, sql};
use zhishou_server::web::{WebParts, router};

use crate::duty_day::DutyDay;
use crate::harness::{Client, Harness, PIN, for_each_engine};

/// People who act in the walk.
const WALKERS: [&str; 6] = [
    "clerk_zhang",
    "front_desk_wu",
    "repairer_wang",
    "repairer_zhao",
    "guard_chen",
    "guard_sun",
];

#[derive(Debug, Clone)]
enum Step {
    Wait {
        minutes: i64,
    },
    Crash,
    Act {
        act: usize,
        post: usize,
        person: usize,
    },
    AtOnce {
        acts: [usize; 2],
        post: usize,
        people: [usize; 2],
    },
    HandOver {
        post: usize,
        incoming: usize,
    },
}

const ACTS: usize = 11;

fn step() -> impl Strategy<Value = Step> {
    let person = 0_usize..WALKERS.len();
    prop_oneof![
        3 => (5_i64..240).prop_map(|minutes| Step::Wait { minutes }),
        1 => Just(Step::Crash),
        12 => (0..ACTS, 0_usize..2, person.clone())
            .prop_map(|(act, post, person)| Step::Act { act, post, person }),
        4 => (0..ACTS, 0..ACTS, 0_usize..2, person.clone(), person.clone())
            .prop_map(|(a, b, post, p, q)| Step::AtOnce { acts: [a, b], post, people: [p, q] }),
        2 => (0_usize..2, person)
            .prop_map(|(post, incoming)| Step::HandOver { post, incoming }),
    ]
}

struct Walk<'a> {
    h: &'a Harness,
    day: DutyDay,
    clients: Vec<[Client; 2]>,
    crashes: u64,
}

impl<'a> Walk<'a> {
    async fn begin(h: &'a Harness) -> Self {
        let day = DutyDay::begin(h).await;
        let other = h.another_instance(2).await;
        let other = router(other, WebParts::default());
        let mut clients = Vec::new();
        for login in WALKERS {
            let first = h.as_(login).await;
            let second = first.on(other.clone());
            clients.push([first, second]);
        }
        Self {
            h,
            day,
            clients,
            crashes: 0,
        }
    }

    async fn take(&mut self, step: &Step) {
        match step {
            Step::Wait { minutes } => {
                self.h.clock.0.advance(Span::minutes(*minutes));
                self.h.tick().await;
            }
            Step::Crash => self.crash().await,
            Step::Act { act, post, person } => {
                let (path, body) = self.request(*act, *post, *person).await;
                let answer = self.clients[*person][0].post(&path, body).await;
                assert!(answer.status.as_u16() < 500, "{path}: {}", answer.status);
            }
            Step::AtOnce { acts, post, people } => {
                let one = self.request(acts[0], *post, people[0]).await;
                let two = self.request(acts[1], *post, people[1]).await;
                let mut first = self.clients[people[0]][0].clone();
                let mut second = self.clients[people[1]][1].clone();
                let (a, b) = tokio::join!(first.post(&one.0, one.1), second.post(&two.0, two.1));
                for (answer, path) in [(a, one.0), (b, two.0)] {
                    assert!(answer.status.as_u16() < 500, "{path}: {}", answer.status);
                }
            }
            Step::HandOver { post, incoming } => self.hand_over(*post, *incoming).await,
        }
    }

    /// Both instances die; the same database is opened again.
    async fn crash(&mut self) {
        self.crashes += 2;
        let one = router(
            self.h.another_instance(self.crashes + 1).await,
            WebParts::default(),
        );
        let two = router(
            self.h.another_instance(self.crashes + 2).await,
            WebParts::default(),
        );
        for pair in &mut self.clients {
            *pair = [pair[0].on(one.clone()), pair[1].on(two.clone())];
        }
    }

    fn post(&self, post: usize) -> &'static str {
        ["desk", "south_gate"][post]
    }

    async fn standing(&mut self, post: usize) -> Json {
        let key = self.post(post);
        self.day.coverage(&mut self.clients[0][0], key).await
    }

    async fn request(&mut self, act: usize, post: usize, person: usize) -> (String, Json) {
        let standing = self.standing(post).await;
        let relief = standing["reliefs"][0]["relief_id"]
            .as_str()
            .unwrap_or_default()
            .to_owned();
        let relief = if relief.is_empty() {
            uuid::Uuid::nil().to_string()
        } else {
            relief
        };
        let at = |act: &str| self.day.at(self.post(post), act);
        let of_relief = |act: &str| self.day.path(&format!("reliefs/{relief}/{act}"));
        let gate = self.day.post(self.post(1 - post));
        match act {
            0 | 1 => (at("sign_in"), json!({})),
            2 => (at("change_holder"), json!({})),
            3 => (at("reliefs"), json!({ "reason": "有事" })),
            4 => (
                of_relief("accept"),
                json!({ "there": person.is_multiple_of(2) }),
            ),
            5 => (of_relief("end"), json!({})),
            6 => (at("leave"), json!({})),
            7 => (at("leave_for_emergency"), json!({})),
            8 => (at("return"), json!({})),
            9 => (at("transfer_line"), json!({ "to_post_id": gate })),
            _ => (
                at(if person.is_multiple_of(2) {
                    "accept_line"
                } else {
                    "return_line"
                }),
                json!({}),
            ),
        }
    }

    /// Opens, settles and signs as far as the rules let it.
    async fn hand_over(&mut self, post: usize, incoming: usize) {
        let key = self.post(post);
        let standing = self.standing(post).await;
        let outgoing = WALKERS
            .iter()
            .position(|login| self.day.person(login) == standing["answers_person_id"]);
        let Some(outgoing) = outgoing else { return };
        let body = json!({ "incoming_id": self.day.person(WALKERS[incoming]) });
        let opened = self.clients[outgoing][0]
            .post(&self.day.at(key, "handover"), body)
            .await;
        if !opened.status.is_success() {
            assert!(opened.status.as_u16() < 500);
            return;
        }
        let opened = opened.json();
        let id = opened["handover_id"].as_str().expect("an id").to_owned();
        let at = |act: &str| self.day.path(&format!("handovers/{id}/{act}"));
        let items = opened["items"].as_array().expect("items").clone();
        let counts: Vec<Json> = items
            .iter()
            .map(|line| json!({ "item": line["item"], "counted": line["expected"] }))
            .collect();
        let mut steps = vec![(outgoing, at("count"), json!({ "counts": counts }))];
        for line in opened["checks"].as_array().expect("checks") {
            let theirs = line["side"] == "incoming";
            steps.push((
                if theirs { incoming } else { outgoing },
                at("check"),
                json!({ "key": line["key"], "in_order": true }),
            ));
        }
        steps.push((incoming, at("fitness"), json!({ "fit": true })));
        if outgoing == incoming {
            steps.push((outgoing, at("self_check"), json!({ "pin": PIN })));
        } else {
            steps.push((outgoing, at("sign"), json!({ "pin": PIN })));
            steps.push((incoming, at("sign"), json!({ "pin": PIN })));
        }
        for (who, path, body) in steps {
            let answer = self.clients[who][0].post(&path, body).await;
            assert!(answer.status.as_u16() < 500, "{path}");
        }
    }

    async fn check(&mut self) {
        let community = self.day.community.id;
        let mut reader = self.h.app.platform().read().await.expect("a reader");
        let holds = holds(&mut reader, community).await.expect("holds");
        drop(reader);
        let mut by_post: BTreeMap<PostId, Vec<HoldRow>> = BTreeMap::new();
        for hold in holds {
            by_post.entry(hold.post).or_default().push(hold);
        }
        for holds in by_post.values() {
            // Both posts of R01 are held around the clock: never a gap, never an overlap.
            for pair in holds.windows(2) {
                assert_eq!(pair[1].seq, pair[0].seq + 1);
                assert_eq!(pair[0].to_at, Some(pair[1].from_at), "a gap or an overlap");
            }
            assert_eq!(
                holds.last().map(|hold| hold.to_at),
                Some(None),
                "somebody holds it now"
            );
        }
        let open = |holds: &Vec<HoldRow>| holds.last().and_then(|hold| hold.person.clone());
        let people: Vec<Vec<u8>> = by_post.values().filter_map(open).collect();
        assert!(
            people.len() < 2 || people[0] != people[1],
            "one person holds two posts"
        );
        for post in 0..2 {
            let standing = self.standing(post).await;
            let held = standing["hold"]["person_id"].is_string();
            let alone = standing["present"] == json!([]);
            let marked = !standing["unattended_since_at"].is_null();
            assert!(
                !(held && alone) || marked,
                "nobody is there and it is not recorded"
            );
        }
    }
}

struct HoldRow {
    post: PostId,
    seq: i64,
    from_at: Instant,
    to_at: Option<Instant>,
    person: Option<Vec<u8>>,
}

impl Record for HoldRow {
    fn from_row(row: &Row) -> Result<Self, DbError> {
        Ok(Self {
            post: row.get("post_id")?,
            seq: row.get("seq")?,
            from_at: row.get("from_at")?,
            to_at: row.get("to_at")?,
            person: row.get("person_id")?,
        })
    }
}

async fn holds(
    conn: &mut Conn,
    community: zhishou_base::CommunityId,
) -> Result<Vec<HoldRow>, DbError> {
    sql(
        "SELECT post_id, seq, from_at, to_at, person_id FROM post_hold WHERE community_id = $1 \
         ORDER BY post_id, seq",
    )
    .bind(community)
    .all(conn)
    .await
}

/// How many walks on each engine, and how long each is.
const WALKS: u8 = 3;
const STEPS: usize = 45;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn holds_tile_time_over_random_walks_with_crashes_and_acts_at_once() {
    for seed in 0..WALKS {
        for_each_engine(async |h| {
            let rng = TestRng::from_seed(RngAlgorithm::ChaCha, &[seed; 32]);
            let mut runner = TestRunner::new_with_rng(Config::default(), rng);
            let steps = proptest::collection::vec(step(), STEPS);
            let steps = steps.new_tree(&mut runner).expect("a walk").current();
            let mut walk = Walk::begin(&h).await;
            for step in &steps {
                walk.take(step).await;
                walk.check().await;
            }
        })
        .await;
    }
}
