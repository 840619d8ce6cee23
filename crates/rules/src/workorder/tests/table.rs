//! Every step at every stage.

use super::*;

/// A step, by its name.
type Named = (
    &'static str,
    fn(&WorkOrder) -> Result<WorkOrder, WorkOrderRefusal>,
);

const STEPS: [Named; 12] = [
    ("dispatch", |order| dispatch(order, WANG, by(CLERK, LATE))),
    ("reassign", |order| {
        reassign(order, ZHAO, "王强在处理另一件急修", by(CLERK, LATE))
    }),
    ("accept", |order| accept(order, by(WANG, LATE))),
    ("arrive", |order| arrive(order, by(WANG, LATE))),
    ("finish", |order| finish(order, by(WANG, LATE))),
    ("reject", |order| {
        reject(order, "非物业维修范围", by(WANG, LATE))
    }),
    ("defer", |order| {
        defer(order, tomorrow(DeferralCause::Parts), by(WANG, LATE))
    }),
    ("call_back", |order| {
        let result = CallResult::Reached { satisfied: true };
        call_back(order, result, by(CLERK, LATE))
    }),
    ("archive", |order| archive(order, "", by(CLERK, LATE))),
    ("close", |order| {
        close(order, Closing::Withdrawn, "业主来电取消", by(CLERK, LATE))
    }),
    ("reopen", |order| reopen(order, "又漏水", by(CLERK, LATE))),
    ("change", |order| {
        let terms = Terms::of(
            &r01(),
            ServiceKind::Repair,
            ServiceUrgency::Urgent,
            UtcOffset::CHINA,
        );
        let (matter, urgency) = (Matter::Repair, ServiceUrgency::Urgent);
        change_matter(order, matter, urgency, &terms, "水流变大", &plain())
    }),
];

const LATE: &str = "2026-11-24T17:00";

/// Where a step leads from each stage; a dash where it is refused.
const TABLE: [(&str, [&str; 7]); 12] = [
    ("dispatch", ["dispatched", "-", "-", "-", "-", "-", "-"]),
    (
        "reassign",
        ["-", "dispatched", "dispatched", "dispatched", "-", "-", "-"],
    ),
    ("accept", ["accepted", "accepted", "-", "-", "-", "-", "-"]),
    ("arrive", ["-", "-", "arrived", "-", "-", "-", "-"]),
    // A repair is not finished from afar.
    ("finish", ["-", "-", "-", "done", "-", "-", "-"]),
    (
        "reject",
        ["-", "registered", "registered", "registered", "-", "-", "-"],
    ),
    (
        "defer",
        [
            "registered",
            "dispatched",
            "accepted",
            "accepted",
            "-",
            "-",
            "-",
        ],
    ),
    ("call_back", ["-", "-", "-", "-", "called_back", "-", "-"]),
    ("archive", ["-", "-", "-", "-", "-", "archived", "-"]),
    (
        "close",
        [
            "archived", "archived", "archived", "archived", "-", "-", "-",
        ],
    ),
    (
        "reopen",
        ["-", "-", "-", "-", "registered", "registered", "registered"],
    ),
    (
        "change",
        [
            "registered",
            "dispatched",
            "accepted",
            "arrived",
            "-",
            "-",
            "-",
        ],
    ),
];

#[test]
fn every_step_at_every_stage_does_what_the_table_says() {
    for ((name, step), (row, leads_to)) in STEPS.iter().zip(TABLE) {
        assert_eq!(*name, row);
        for (stage, expected) in Stage::ALL.iter().zip(leads_to) {
            let result = step(&at_stage(*stage));
            let got = match &result {
                Ok(next) => next.stage().as_str(),
                Err(_) => "-",
            };
            assert_eq!(got, expected, "{name} at {stage}: {result:?}");
        }
    }
}
