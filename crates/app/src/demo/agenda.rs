//! What is going to happen in the demo, in order of time.

use std::collections::BTreeMap;

use zhishou_base::{ContactId, Instant, PersonId, PostId, PublicMatterId, ReliefId, WorkOrderId};

use super::matters::Cause;

/// Something that happens.
#[derive(Debug, Clone)]
pub enum Event {
    /// The engine looks at what is due.
    Look,
    /// A person signs in.
    SignIn { post: PostId, person: PersonId },
    /// The post passes to a person.
    HandOver { post: PostId, to: PersonId },
    /// Somebody calls, comes or writes.
    Contact,
    /// Somebody calls for a repair.
    Repair { fate: Fate },
    /// A contact is settled.
    Settle { contact: ContactId, outcome: String },
    /// A work order goes on.
    Order { job: Job, step: Step },
    /// Many begin to call about one thing.
    MatterBegins { cause: &'static Cause },
    /// Somebody more calls about it.
    MatterCall {
        matter: PublicMatterId,
        cause: &'static Cause,
    },
    /// It is mended.
    MatterEnds {
        matter: PublicMatterId,
        outcome: &'static str,
    },
    /// A pipe bursts at night.
    PipeBursts,
    /// The guard captain stands in at the desk.
    StandIn {
        relief: ReliefId,
        repairer: PersonId,
    },
    /// The repairer is back at the desk.
    Back {
        relief: ReliefId,
        repairer: PersonId,
    },
}

/// A work order in hand.
#[derive(Debug, Clone, Copy)]
pub struct Job {
    /// Which.
    pub order: WorkOrderId,
    /// Place in the list of faults or complaints.
    pub about: usize,
    /// Whether it is a complaint.
    pub complaint: bool,
    /// Who does it.
    pub doer: PersonId,
    /// Whether it was put off before.
    pub put_off: bool,
    /// What is bound to happen to it.
    pub fate: Fate,
}

/// What is bound to happen to an order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    /// Whatever chance brings.
    Open,
    /// Its doer does not look at the phone for more than an hour.
    Slow,
    /// Parts have to be ordered.
    Parts,
}

/// What happens to an order next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// The night puts it off to the morning.
    PutOffByNight,
    /// The head of the department is told.
    TellHead,
    /// The customer has a first reply.
    Reply,
    /// It is given to somebody.
    Dispatch,
    /// That person takes it on.
    Accept,
    /// Nobody was at home.
    NotHome,
    /// Parts have to be ordered.
    WaitForParts,
    /// That person is there.
    Arrive,
    /// The work is done.
    Finish,
    /// The customer is called back.
    CallBack,
    /// It is put away.
    Archive,
}

/// Events in order of time; those of one instant in the order in which they were noted.
#[derive(Debug, Default)]
pub struct Agenda {
    events: BTreeMap<(Instant, u64), Event>,
    noted: u64,
}

impl Agenda {
    /// Notes an event.
    pub fn note(&mut self, at: Instant, event: Event) {
        self.noted += 1;
        self.events.insert((at, self.noted), event);
    }

    /// Takes the next event that happens before `until`.
    pub fn next_before(&mut self, until: Instant) -> Option<(Instant, Event)> {
        let entry = self.events.first_entry()?;
        let at = entry.key().0;
        (at < until).then(|| (at, entry.remove()))
    }
}
