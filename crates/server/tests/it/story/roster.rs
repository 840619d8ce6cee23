//! The roster of November.

use serde_json::{Value as Json, json};

use super::Story;

/// Who is put where: date, login, shifts.
const PLAN: &[(&str, &str, &[&str])] = &[
    ("2026-11-23", "repairer_zhao", &["night"]),
    ("2026-11-24", "front_desk_wu", &["day"]),
    ("2026-11-24", "clerk_zhang", &["noon"]),
    ("2026-11-24", "repairer_wang", &["night"]),
    ("2026-11-25", "clerk_li", &["day"]),
    ("2026-11-25", "clerk_zhang", &["noon"]),
];

impl Story {
    /// The supervisor fills the month in turn, puts the story's days right, and publishes.
    pub(super) async fn publishes_its_roster(&mut self) {
        let mut he = self.h.as_("supervisor_he").await;
        for post in ["desk", "south_gate"] {
            let begun = json!({ "post_id": self.day.post(post), "month": "2026-11" });
            let roster = he.post(&self.day.path("rosters"), begun).await.ok();
            let at = |act: &str| {
                let id = roster["id"].as_str().expect("an id");
                self.day.path(&format!("rosters/{id}/{act}"))
            };
            let fill = json!({ "version": roster["version"], "filling": { "method": "rotate" } });
            let mut filled = he.post(&at("fill"), fill).await.ok();
            if post == "desk" {
                for cell in self.cells() {
                    let mut cell = cell;
                    cell["version"] = filled["version"].clone();
                    filled = he.put(&at("cells"), cell).await.ok();
                }
            }
            assert_eq!(grave(&filled), Vec::<&Json>::new());
            let publish = json!({ "version": filled["version"], "warnings_confirmed": true });
            let published = he.post(&at("publish"), publish).await.ok();
            assert_eq!(published["state"], "published");
            if post == "south_gate" {
                self.guard_login = self.evening_guard(&published);
            }
        }
        self.h.tick().await;
    }

    /// Whom the rotation put at the gate in the evening of the 24th.
    fn evening_guard(&self, roster: &Json) -> &'static str {
        let cells = roster["cells"].as_array().expect("cells");
        let evening = cells
            .iter()
            .find(|cell| cell["date"] == "2026-11-24" && cell["shift"] == "gate_late")
            .expect("an evening");
        ["guard_chen", "guard_sun"]
            .into_iter()
            .find(|login| self.day.person(login) == evening["person_id"])
            .expect("a guard")
    }

    /// Everybody of the desk on every day of the story: what the plan says, or nothing.
    fn cells(&self) -> Vec<Json> {
        let desk = [
            "repairer_zhao",
            "repairer_wang",
            "front_desk_wu",
            "clerk_zhang",
            "clerk_li",
        ];
        let mut cells = Vec::new();
        for date in ["2026-11-23", "2026-11-24", "2026-11-25"] {
            for login in desk {
                let planned = PLAN
                    .iter()
                    .find(|(on, who, _)| *on == date && *who == login);
                // The 23rd's day and the 25th's night are left as the rotation has them.
                let by_day = !login.starts_with("repairer");
                if planned.is_none() && (date, by_day) == ("2026-11-23", true) {
                    continue;
                }
                if planned.is_none() && (date, by_day) == ("2026-11-25", false) {
                    continue;
                }
                let shifts = planned.map_or(&[][..], |(_, _, shifts)| shifts);
                cells.push(json!({
                    "person_id": self.day.person(login), "date": date, "shifts": shifts,
                }));
            }
        }
        cells
    }
}

/// What keeps a roster from being published.
fn grave(roster: &Json) -> Vec<&Json> {
    let problems = roster["problems"].as_array().expect("problems");
    problems
        .iter()
        .filter(|problem| problem["severity"] == "error")
        .collect()
}
