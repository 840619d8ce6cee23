//! Work orders of the demo: registered at once, done, called back, archived.

use zhishou_base::{Instant, PersonId, Span};
use zhishou_platform::AppError;
use zhishou_rules::desk::{ContactChannel as Channel, ContactKind};
use zhishou_rules::regulation::{ServiceKind, ServiceUrgency};
use zhishou_rules::workorder::MatterInput;

use super::agenda::{Event, Fate, Job, Step};
use super::contacts::input;
use super::faults::FAULTS;
use super::stage::Stage;
use super::words::COMPLAINTS;
use crate::desk::TakeContact;
use crate::people::Resident;
use crate::workorder::{RegisterWorkOrder, TakeContactWithOrder};

/// How long a slow doer does not look at the phone.
pub const SLOW_MINUTES: i64 = 80;

/// The repairers by account name.
const REPAIRERS: &[&str] = &[
    "wangqiang",
    "zhaogang",
    "chenbin",
    "yangfan",
    "huangwei",
    "xufeng",
];

/// A repair or complaint is reported: written down, and an order at once (R01.3).
///
/// # Errors
/// A rule of the desk or of work orders says no.
pub async fn report(
    stage: &mut Stage,
    now: Instant,
    (kind, channel, fate): (ContactKind, Channel, Fate),
    resident: Option<Resident>,
    clerk: PersonId,
) -> Result<(), AppError> {
    let complaint = kind == ContactKind::Complaint;
    let about = if complaint {
        which_complaint(stage)
    } else {
        which_fault(stage)
    };
    let (said, place, urgency, department) = words(complaint, about);
    let contact = TakeContact {
        input: input(stage, (kind, channel), resident.as_ref(), said),
        resident: resident.as_ref().map(|r| r.id),
    };
    let of_home = resident.filter(|_| place.is_none());
    let order = RegisterWorkOrder {
        matter: MatterInput {
            kind: if complaint {
                ServiceKind::Complaint
            } else {
                ServiceKind::Repair
            },
            severity: None,
        },
        urgency,
        contact_id: None,
        room_id: of_home.as_ref().map(|r| r.room),
        resident_id: of_home.as_ref().map(|r| r.id),
        caller_name: contact.input.caller_name.clone(),
        caller_phone: contact.input.caller_phone.clone(),
        place: place
            .unwrap_or(if of_home.is_some() {
                ""
            } else {
                "门牌待核实"
            })
            .to_owned(),
        content: said.to_owned(),
        department: department.to_owned(),
        appointment_at: None,
        assignee_id: None,
    };
    let intake = TakeContactWithOrder { contact, order };
    let receipt = stage.act_as(clerk, &intake).await?.order;
    let doer = doer(stage, complaint.then_some(department))?;
    let job = Job {
        order: receipt.id,
        about,
        complaint,
        doer,
        put_off: false,
        fate,
    };
    let (step, minutes) = first_step(stage, now, job);
    stage
        .agenda
        .note(now + Span::minutes(minutes), Event::Order { job, step });
    Ok(())
}

fn which_fault(stage: &mut Stage) -> usize {
    let weighted: Vec<(usize, usize)> = FAULTS.iter().map(|f| f.weight).zip(0..).collect();
    stage
        .chance
        .weighted(&weighted, |one| one.0)
        .map_or(0, |one| one.1)
}

fn which_complaint(stage: &mut Stage) -> usize {
    let weighted: Vec<(usize, usize)> = COMPLAINTS.iter().map(|c| c.0).zip(0..).collect();
    stage
        .chance
        .weighted(&weighted, |one| one.0)
        .map_or(0, |one| one.1)
}

type Words = (
    &'static str,
    Option<&'static str>,
    ServiceUrgency,
    &'static str,
);

fn words(complaint: bool, about: usize) -> Words {
    if complaint {
        let (_, said, department) = COMPLAINTS.get(about).copied().unwrap_or(COMPLAINTS[0]);
        return (said, None, ServiceUrgency::Normal, department);
    }
    let fault = FAULTS.get(about).unwrap_or(&FAULTS[0]);
    (fault.said, fault.place, fault.urgency, "")
}

/// The head of the department for a complaint, else a repairer who is not at the desk.
fn doer(stage: &mut Stage, department: Option<&str>) -> Result<PersonId, AppError> {
    match department {
        Some("工程部") => return stage.person("liutao"),
        Some("环境部") => return stage.person("malan"),
        Some(_) => return stage.person("gaoming"),
        None => {}
    }
    let at_desk = stage.at_desk();
    let mut free = Vec::new();
    for login in REPAIRERS {
        let person = stage.person(login)?;
        if Some(person) != at_desk {
            free.push(person);
        }
    }
    let picked = stage.chance.pick(&free).copied();
    picked.ok_or_else(|| AppError::internal("the demo has no repairer"))
}

fn first_step(stage: &mut Stage, now: Instant, job: Job) -> (Step, i64) {
    if job.complaint {
        return (Step::TellHead, stage.chance.between(2, 6));
    }
    let fault = FAULTS.get(job.about).unwrap_or(&FAULTS[0]);
    let can_wait = fault.urgency == ServiceUrgency::Normal;
    match stage.is_night(now) {
        // Long enough for the deadline to pass and to ring.
        true if job.fate == Fate::Slow => (Step::Accept, SLOW_MINUTES),
        // The night's home repairs that can wait are put off with an explanation (R01.4).
        true if can_wait && job.fate == Fate::Open && stage.chance.percent(65) => {
            (Step::PutOffByNight, 2)
        }
        // At night a repairer takes the order himself: nobody dispatches.
        true => (Step::Accept, stage.chance.between(1, 4)),
        false => (
            Step::Dispatch,
            stage.chance.between(1, if can_wait { 8 } else { 4 }),
        ),
    }
}
