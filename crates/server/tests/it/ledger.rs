//! `ledger verify`: what was altered is named, what was lawfully erased is told apart.

use serde_json::json;
use uuid::Uuid;
use zhishou_base::{Actor, CommunityId, SecretId};
use zhishou_platform::ledger::{Erasure, Problem, VerifyReport, erase_secrets, verify_chain};
use zhishou_platform::{Act, ActRequest, AppError, Db, Entry, Work};

use crate::harness::{Harness, for_each_engine};

const COMMUNITY: CommunityId = CommunityId(Uuid::from_u128(0x1ed6e2));

struct Say(&'static str);

impl Work for Say {
    type Outcome = SecretId;

    fn request(&self) -> Result<(&'static str, String), AppError> {
        Ok(("test.say", self.0.to_owned()))
    }

    async fn run(&self, act: &mut Act) -> Result<SecretId, AppError> {
        let secret = act.keep_secret(self.0).await?;
        let entry = Entry::new("test.said")
            .body(&json!({ "kind": "call" }))
            .secret("content", &secret);
        act.record(entry).await?;
        Ok(secret.id)
    }
}

struct Erase(SecretId);

impl Work for Erase {
    type Outcome = ();

    fn request(&self) -> Result<(&'static str, String), AppError> {
        Ok(("test.erase", self.0.to_string()))
    }

    async fn run(&self, act: &mut Act) -> Result<(), AppError> {
        erase_secrets(act, COMMUNITY, &[self.0]).await?;
        act.record(Entry::new("ledger.secrets_erased").body(&json!({ "erased": [self.0] })))
            .await?;
        Ok(())
    }
}

async fn commit<W: Work>(h: &Harness, work: W) -> W::Outcome {
    let request = ActRequest {
        community: COMMUNITY,
        actor: Actor::OPERATOR,
        happened_at: None,
        client_id: None,
        opens_chain: true,
    };
    h.app
        .platform()
        .commit(&request, &work)
        .await
        .expect("committed")
}

async fn verify(h: &Harness) -> VerifyReport {
    let mut reader = h.app.platform().read().await.expect("a reader");
    verify_chain(&mut reader, COMMUNITY)
        .await
        .expect("a report")
}

/// What somebody with access to the database may do behind the program's back.
async fn tamper(h: &Harness, statement: &'static str) {
    match &h.engine.db {
        Db::Sqlite { writer, .. } => {
            sqlx::query(statement)
                .execute(writer)
                .await
                .expect("tampered");
        }
        Db::Postgres(pool) => {
            sqlx::query(statement)
                .execute(pool)
                .await
                .expect("tampered");
        }
    }
}

async fn five_calls(h: &Harness) -> SecretId {
    let mut first = None;
    for text in ["水管漏水", "电梯异响", "咨询物业费", "楼上噪音", "车位被占"]
    {
        let id = commit(h, Say(text)).await;
        first.get_or_insert(id);
    }
    first.expect("the first")
}

#[tokio::test]
async fn one_changed_byte_is_named() {
    for_each_engine(async |h| {
        five_calls(&h).await;
        assert_eq!(verify(&h).await.problems, []);
        tamper(
            &h,
            "UPDATE ledger_entry SET body_json = REPLACE(body_json, 'call', 'call ') WHERE seq = 3",
        )
        .await;
        assert_eq!(verify(&h).await.problems, [Problem::Altered { seq: 3 }]);
    })
    .await;
}

#[tokio::test]
async fn a_removed_entry_and_a_cut_tail_are_named() {
    for_each_engine(async |h| {
        five_calls(&h).await;
        tamper(&h, "DELETE FROM ledger_entry WHERE seq = 2").await;
        assert_eq!(verify(&h).await.problems, [Problem::Missing { seq: 2 }]);
        tamper(&h, "DELETE FROM ledger_entry WHERE seq = 5").await;
        let cut = Problem::HeadDiffers {
            head_seq: 5,
            last_seq: 4,
        };
        assert_eq!(
            verify(&h).await.problems,
            [Problem::Missing { seq: 2 }, cut]
        );
    })
    .await;
}

#[tokio::test]
async fn an_erased_text_is_reported_as_erased_and_not_as_altered() {
    for_each_engine(async |h| {
        let first = five_calls(&h).await;
        commit(&h, Erase(first)).await;
        let report = verify(&h).await;
        assert_eq!(report.problems, []);
        let erasure = Erasure {
            seq: 1,
            name: "content".to_owned(),
            erased_by: 6,
        };
        assert_eq!(report.erased, [erasure]);
    })
    .await;
}

#[tokio::test]
async fn a_text_changed_or_removed_in_secret_is_named() {
    for_each_engine(async |h| {
        five_calls(&h).await;
        tamper(
            &h,
            "UPDATE ledger_secret SET text = '电梯正常' WHERE text = '电梯异响'",
        )
        .await;
        tamper(&h, "DELETE FROM ledger_secret WHERE text = '楼上噪音'").await;
        let name = || "content".to_owned();
        assert_eq!(
            verify(&h).await.problems,
            [
                Problem::SecretAltered {
                    seq: 2,
                    name: name()
                },
                Problem::SecretAltered {
                    seq: 4,
                    name: name()
                },
            ]
        );
    })
    .await;
}
