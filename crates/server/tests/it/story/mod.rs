//! The story: one community takes R01, publishes its roster and lives a day and a night, seen
//! from outside only. Each chapter leaves the community as the next one finds it.

mod day;
mod morning;
mod next_morning;
mod night;
mod record;
mod roster;

use serde_json::{Value as Json, json};

use crate::duty_day::DutyDay;
use crate::handover::Wizard;
use crate::harness::{Client, Harness, for_each_engine};

/// The community and the browsers of its people.
pub struct Story {
    h: Harness,
    day: DutyDay,
    manager: Client,
    /// 吴倩, who has the day at the desk.
    wu: Client,
    /// 李敏, who has the next day.
    li: Client,
    /// 王强, who has the night and repairs.
    wang: Client,
    /// 赵刚, who had the night before.
    zhao: Client,
    /// Whom the roster has at the south gate in the evening.
    guard: Client,
    guard_login: &'static str,
}

#[tokio::test]
async fn one_community_lives_one_duty_day() {
    for_each_engine(async |h| {
        let mut story = Story::begin(h).await;
        story.publishes_its_roster().await;
        let tap = story.the_night_before_leaves_a_tap().await;
        story.the_morning_takes_over(&tap).await;
        let lamp = story.a_repair_goes_all_the_way().await;
        story.a_complaint_is_answered_and_closed().await;
        story.noon_changes_hands_by_one_tap().await;
        story.the_evening_finds_a_key_missing().await;
        story.leaving_without_relief_is_refused().await;
        story.a_pipe_bursts().await;
        let leak = story.a_repair_is_put_off_with_its_explanation().await;
        story.the_next_morning_confirms_it(&leak).await;
        story.the_day_report_tells_it_all(&leak).await;
        story.the_ledger_is_clean_and_one_byte_is_named(&lamp).await;
    })
    .await;
}

impl Story {
    /// Friday the 20th: the centre is set up with R01.
    async fn begin(h: Harness) -> Self {
        h.clock.set("2026-11-20T10:00");
        let day = DutyDay::begin(&h).await;
        let mut manager = h.as_("manager").await;
        let homes = json!([
            { "building": "3栋", "unit": "2单元", "number": "1201", "residents": [
                { "name": "单雄信", "phone": "13800001234", "relation": "owner" }] },
            { "building": "5栋", "unit": "1单元", "number": "0802", "residents": [
                { "name": "王秀英", "phone": "13900005678", "relation": "owner" }] },
        ]);
        manager.post(&day.path("rooms"), homes).await.ok();
        Self {
            wu: h.as_("front_desk_wu").await,
            li: h.as_("clerk_li").await,
            wang: h.as_("repairer_wang").await,
            zhao: h.as_("repairer_zhao").await,
            guard: h.as_("guard_sun").await,
            guard_login: "guard_sun",
            manager,
            day,
            h,
        }
    }

    /// A shift begins: sessions of the last one have run out, everybody signs in again.
    async fn a_shift_begins(&mut self, local: &str) {
        self.at(local).await;
        for (who, login) in [
            (&mut self.manager, "manager"),
            (&mut self.wu, "front_desk_wu"),
            (&mut self.li, "clerk_li"),
            (&mut self.wang, "repairer_wang"),
            (&mut self.zhao, "repairer_zhao"),
            (&mut self.guard, self.guard_login),
        ] {
            *who = self.h.as_(login).await;
        }
    }

    /// Time passes: the clock is set and what is due is looked at.
    async fn at(&self, local: &str) {
        self.h.clock.set(local);
        self.h.tick().await;
    }

    /// The path of a step of an order.
    fn order(&self, order: &Json, step: &str) -> String {
        self.day
            .path(&format!("work-orders/{}/{step}", id_of(order)))
    }

    /// How the desk stands.
    async fn desk(&mut self) -> Json {
        self.day.coverage(&mut self.manager, "desk").await
    }

    /// Who answers for the desk.
    async fn holder(&mut self) -> Json {
        self.desk().await["answers_person_id"].clone()
    }
}

fn id_of(thing: &Json) -> &str {
    thing["id"].as_str().expect("an id")
}
