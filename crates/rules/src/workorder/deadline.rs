//! What an order owes at the moment, derived from where it stands.

use zhishou_base::{Instant, PersonId};

use super::types::{Closing, Ending, Matter, Stage, State, WorkOrder};
use crate::regulation::WorkCalendar;
use crate::words::words;

words! {
    /// A deadline of an order; with the prefix `workorder.` it is the rule's key.
    DueRule {
        /// 派单
        Dispatch = "dispatch",
        /// 接单
        Accept = "accept",
        /// 到场
        Arrive = "arrive",
        /// 首次答复
        FirstReply = "first_reply",
        /// 完工
        Finish = "finish",
        /// 回访
        Callback = "callback",
        /// 预约上门
        Appointment = "appointment",
    }
}

/// Who owes it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Owner {
    /// Whoever answers for the desk.
    Desk,
    /// The one who has the order in hand.
    Person(PersonId),
}

/// One open deadline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deadline {
    /// Which.
    pub rule: DueRule,
    /// Which time of several: the cycle, and what is counted in it.
    pub occurrence: String,
    /// Who owes it.
    pub owner: Owner,
    /// Until when.
    pub due_at: Instant,
}

/// How a deadline ended that is no longer owed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Settled {
    /// What it asked for was done.
    Met,
    /// It is no longer asked for.
    Withdrawn,
}

/// All open deadlines of an order.
pub fn deadlines(order: &WorkOrder, calendar: &WorkCalendar) -> Vec<Deadline> {
    DueRule::ALL
        .iter()
        .filter_map(|rule| deadline(order, *rule, calendar))
        .collect()
}

fn deadline(order: &WorkOrder, rule: DueRule, calendar: &WorkCalendar) -> Option<Deadline> {
    let due_at = due_at(order, rule, calendar)?;
    let owner = match (rule, order.state.assignee()) {
        (DueRule::Dispatch | DueRule::FirstReply | DueRule::Callback, _) | (_, None) => Owner::Desk,
        (_, Some(person)) => Owner::Person(person),
    };
    let cycle = order.cycle;
    let occurrence = match rule {
        // After a 退单 the next dispatch is owed anew.
        DueRule::Dispatch | DueRule::Accept => format!("{cycle}.{}", order.dispatches),
        DueRule::Appointment => format!("{cycle}.{}", order.deferrals),
        _ => cycle.to_string(),
    };
    Some(Deadline {
        rule,
        occurrence,
        owner,
        due_at,
    })
}

fn due_at(order: &WorkOrder, rule: DueRule, calendar: &WorkCalendar) -> Option<Instant> {
    let terms = &order.terms;
    let stage = order.stage();
    let from = |from, limit| Some(terms.due(from, limit, calendar));
    match rule {
        DueRule::Dispatch => match order.state {
            State::Registered { returned } => {
                let began = returned.map_or(order.clock_from, |returned| returned.at);
                from(began, terms.dispatch?)
            }
            _ => None,
        },
        DueRule::Accept => match order.state {
            State::Dispatched { at, .. } => from(at, terms.accept?),
            _ => None,
        },
        // With an appointment, the appointment counts instead.
        DueRule::Arrive if stage < Stage::Arrived && order.appointment_at.is_none() => {
            from(order.clock_from, terms.arrive?)
        }
        DueRule::Appointment if stage < Stage::Arrived => order.appointment_at,
        DueRule::FirstReply => match order.matter {
            Matter::Complaint {
                first_reply_at: None,
                ..
            } if stage < Stage::CalledBack => from(order.clock_from, terms.first_reply?),
            _ => None,
        },
        DueRule::Finish if order.is_unfinished() => finish_due(order, calendar),
        DueRule::Callback => match order.state {
            State::Done { at, .. } => from(at, terms.callback?),
            _ => None,
        },
        DueRule::Arrive | DueRule::Appointment | DueRule::Finish => None,
    }
}

/// The work is done within its limit, or on the agreed day: an appointment that
/// was agreed later than the limit moves it.
fn finish_due(order: &WorkOrder, calendar: &WorkCalendar) -> Option<Instant> {
    let limit = order.terms.finish?;
    let promised = order.terms.due(order.clock_from, limit, calendar);
    let after_appointment = order
        .appointment_at
        .map(|at| order.terms.due(at, limit, calendar));
    Some(match (order.deferral, after_appointment) {
        (Some(_), Some(later)) => later.max(promised),
        _ => promised,
    })
}

/// How a deadline ended that was open before and is not open in `after`.
pub fn settled(rule: DueRule, after: &WorkOrder) -> Settled {
    if let State::Archived { ending, .. } = &after.state {
        return match ending {
            Ending::Closed {
                closing: Closing::Withdrawn | Closing::Duplicate | Closing::PassedOn,
            } => Settled::Withdrawn,
            _ => Settled::Met,
        };
    }
    let stage = after.stage();
    let met = match rule {
        DueRule::Dispatch => stage > Stage::Registered,
        DueRule::Accept => stage > Stage::Dispatched,
        DueRule::Arrive | DueRule::Appointment => stage >= Stage::Arrived,
        DueRule::FirstReply => replied(after) || stage == Stage::CalledBack,
        DueRule::Callback => stage == Stage::CalledBack,
        DueRule::Finish => stage >= Stage::Done,
    };
    if met {
        Settled::Met
    } else {
        Settled::Withdrawn
    }
}

fn replied(order: &WorkOrder) -> bool {
    matches!(
        order.matter,
        Matter::Complaint {
            first_reply_at: Some(_),
            ..
        }
    )
}
