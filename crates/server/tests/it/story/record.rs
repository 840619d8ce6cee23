//! The record: clean, and what is done to it shows.

use serde_json::{Value as Json, json};
use zhishou_platform::ledger::{Problem, VerifyReport, verify_chain};
use zhishou_platform::sql;

use super::Story;

impl Story {
    /// Verified, then lawfully erased, then altered by one byte.
    pub(super) async fn the_ledger_is_clean_and_one_byte_is_named(&mut self, lamp: &Json) {
        let clean = self.verify().await;
        assert_eq!(
            (clean.problems.as_slice(), clean.erased.len()),
            (&[][..], 0)
        );
        let contact = &lamp["contact_id"];
        let asked = json!({ "subject": { "kind": "contact", "id": contact },
            "reason": "住户来函要求删除" });
        let erased = self
            .manager
            .post(&self.day.path("privacy/erasures"), asked)
            .await
            .ok();
        let after = self.verify().await;
        assert_eq!(after.problems, [], "erased is not altered");
        assert!(after.erased.len() as u64 >= erased["texts"].as_u64().expect("a number"));
        assert!(
            after
                .erased
                .iter()
                .all(|one| Some(one.erased_by) == erased["seq"].as_i64())
        );
        let seq = self.alter_one_byte().await;
        let altered = self.verify().await;
        assert_eq!(altered.problems, [Problem::Altered { seq }]);
    }

    async fn verify(&self) -> VerifyReport {
        let mut reader = self.h.app.platform().read().await.expect("a reader");
        verify_chain(&mut reader, self.day.community.id)
            .await
            .expect("walked")
    }

    /// `"post_id"` becomes `"pest_id"` in the body of one entry.
    async fn alter_one_byte(&self) -> i64 {
        let mut writer = self
            .h
            .app
            .platform()
            .write_unrecorded()
            .await
            .expect("a writer");
        let found: (i64,) = sql(
            "SELECT MIN(seq) AS value FROM ledger_entry WHERE community_id = $1 \
             AND verb = 'coverage.left_for_emergency'",
        )
        .bind(self.day.community.id)
        .one(&mut writer)
        .await
        .expect("the emergency");
        let changed = sql(
            "UPDATE ledger_entry SET body_json = REPLACE(body_json, 'person', 'parson') \
             WHERE community_id = $1 AND seq = $2",
        )
        .bind(self.day.community.id)
        .bind(found.0)
        .run(&mut writer)
        .await
        .expect("altered");
        assert_eq!(changed, 1);
        writer.commit().await.expect("committed");
        found.0
    }
}
