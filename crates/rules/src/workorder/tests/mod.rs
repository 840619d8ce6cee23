//! What orders do and refuse.

mod night;
mod properties;
mod steps;
mod table;
mod times;

use uuid::Uuid;
use zhishou_base::{Instant, PersonId, UtcOffset};

use super::*;
use crate::regulation::{Regulation, ServiceKind, ServiceUrgency, WorkCalendar, check, presets};

pub(super) const CLERK: PersonId = PersonId(Uuid::from_u128(1));
pub(super) const WANG: PersonId = PersonId(Uuid::from_u128(2));
pub(super) const ZHAO: PersonId = PersonId(Uuid::from_u128(3));

/// A local instant, `2026-11-24T08:45`.
pub(super) fn at(local: &str) -> Instant {
    let (date, time) = local.split_once('T').expect("DATE T TIME");
    UtcOffset::CHINA.instant(
        date.parse().expect("a date"),
        time.parse().expect("a time of day"),
    )
}

/// Somebody by day.
pub(super) fn by(person: PersonId, local: &str) -> By {
    By {
        person,
        leads: false,
        night: false,
        at: at(local),
    }
}

/// Somebody by night.
pub(super) fn by_night(person: PersonId, local: &str) -> By {
    By {
        night: true,
        ..by(person, local)
    }
}

pub(super) fn r01() -> Regulation {
    let source = presets::preset("r01").expect("the classic preset").source;
    check(source).regulation.expect("it parses")
}

pub(super) fn plain() -> WorkCalendar {
    WorkCalendar::default()
}

/// An order of a kind and urgency, registered under R01 by the clerk.
pub(super) fn order(kind: ServiceKind, urgency: ServiceUrgency, by: By) -> WorkOrder {
    let new = NewOrder {
        matter: MatterInput {
            kind,
            severity: None,
        },
        urgency,
        has_room: true,
        place: "",
        content: "",
        caller_name: "",
        caller_phone: "",
        appointment_at: None,
    };
    let terms = Terms::of(&r01(), kind, urgency, UtcOffset::CHINA);
    register(&new, terms, by).expect("a minimal order saves")
}

/// A repair of the morning.
pub(super) fn repair() -> WorkOrder {
    order(
        ServiceKind::Repair,
        ServiceUrgency::Normal,
        by(CLERK, "2026-11-24T09:10"),
    )
}

/// One step of the way.
type Step = fn(&WorkOrder) -> Result<WorkOrder, WorkOrderRefusal>;

/// An order at a stage, worked on by Wang.
pub(super) fn at_stage(stage: Stage) -> WorkOrder {
    let mut next = repair();
    let steps: [Step; 6] = [
        |order| dispatch(order, WANG, by(CLERK, "2026-11-24T09:12")),
        |order| accept(order, by(WANG, "2026-11-24T09:15")),
        |order| arrive(order, by(WANG, "2026-11-24T09:30")),
        |order| finish(order, by(WANG, "2026-11-24T10:00")),
        |order| {
            let result = CallResult::Reached { satisfied: true };
            call_back(order, result, by(CLERK, "2026-11-24T14:00"))
        },
        |order| archive(order, "", by(CLERK, "2026-11-24T16:00")),
    ];
    for step in steps {
        if next.stage() == stage {
            break;
        }
        next = step(&next).expect("the straight way");
    }
    assert_eq!(next.stage(), stage);
    next
}

/// A postponement that says everything.
pub(super) fn tomorrow(cause: DeferralCause) -> Postponement<'static> {
    Postponement {
        cause,
        explanation: "今晚条件不具备，明早九点半上门",
        appointment_at: Some(at("2026-11-25T09:30")),
    }
}
