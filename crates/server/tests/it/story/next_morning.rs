//! The next morning: the handover, and the report of the day.

use serde_json::{Value as Json, json};

use super::{Story, Wizard, id_of};

impl Story {
    /// 09:00 on the 25th: it cannot be signed until the slow leak is confirmed as a slip.
    pub(super) async fn the_next_morning_confirms_it(&mut self, leak: &Json) {
        self.a_shift_begins("2026-11-25T08:42").await;
        self.li
            .post(&self.day.at("desk", "sign_in"), json!({}))
            .await
            .ok();
        let wizard = Wizard::open(&self.day, &mut self.wang, "clerk_li").await;
        wizard.settle(&mut self.wang, &mut self.li).await;
        self.at("2026-11-25T09:00").await;
        let shown = wizard.shown(&mut self.li).await;
        for line in shown["handover"]["open"].as_array().expect("lines") {
            if line["subject"] == leak["id"] {
                continue;
            }
            let carry = json!({ "kind": "carried", "reason": "按约定时间继续办理" });
            let body = json!({ "subject_ids": [line["subject"]], "disposition": carry });
            self.li.post(&wizard.at("dispose"), body).await.ok();
        }
        let early = wizard.sign(&mut self.li).await;
        assert_eq!(early.refused(422), "deferred_unsettled");
        let slip = json!({ "kind": "confirmed_as_slip", "slip": leak["number"] });
        let body = json!({ "subject_ids": [leak["id"]], "disposition": slip });
        self.li.post(&wizard.at("dispose"), body).await.ok();
        wizard.sign(&mut self.wang).await.ok();
        wizard.sign(&mut self.li).await.ok();
        assert_eq!(self.holder().await, self.day.person("clerk_li"));
        let path = self.day.path(&format!("work-orders/{}", id_of(leak)));
        assert!(self.li.get(&path).await.ok()["night_matter"].is_null());
    }

    /// 值班日报 of the 24th: posts, minutes, items, orders, and the head of the ledger.
    pub(super) async fn the_day_report_tells_it_all(&mut self, leak: &Json) {
        self.at("2026-11-25T09:30").await;
        let path = self.day.path("reports/day?date=2026-11-24");
        let report = self.manager.get(&path).await.ok();
        assert_eq!(report["complete"], true);
        let desk = &report["posts"][0];
        assert_eq!(desk["unattended_for"], 40 * 60_000);
        assert_eq!(desk["reliefs"][0]["emergency"], true);
        let held: Vec<_> = desk["holders"]
            .as_array()
            .expect("holders")
            .iter()
            .map(|one| one["name"].as_str().expect("a name"))
            .collect();
        assert_eq!(held, ["吴倩", "张丽", "吴倩", "王强", "南门岗", "王强"]);
        let handovers = report["handovers"].as_array().expect("handovers");
        let evening = handovers
            .iter()
            .find(|one| one["incoming"] == "王强")
            .expect("the evening");
        assert_eq!(evening["differences"][0]["name"], "设备房钥匙");
        assert_eq!(report["orders"]["registered"], 3);
        assert_eq!(report["orders"]["deferred"], 1);
        assert_eq!(report["orders"]["archived"], 1);
        let open: Vec<_> = report["open_orders"]
            .as_array()
            .expect("orders")
            .iter()
            .map(|order| order["id"].clone())
            .collect();
        assert!(open.contains(&leak["id"]));
        assert_eq!(report["ledger"]["hash"].as_str().map(str::len), Some(64));
    }
}
