//! The night of the burst pipe: leave first, report at once; the captain stands in (R01.6).

use zhishou_base::{Instant, PersonId, ReliefId, Span};
use zhishou_platform::AppError;
use zhishou_rules::desk::{ContactChannel as Channel, ContactInput, ContactKind};
use zhishou_rules::regulation::{ServiceKind, ServiceUrgency};
use zhishou_rules::workorder::MatterInput;

use super::agenda::{Event, Fate, Job, Step};
use super::stage::Stage;
use crate::coverage::{AcceptRelief, EndRelief, LeaveForEmergency};
use crate::desk::TakeContact;
use crate::workorder::{AcceptWorkOrder, Opened, RegisterWorkOrder, TakeContactWithOrder};

const SAID: &str = "水管爆了，水往电梯井里流";
const PLACE: &str = "4栋1单元 18 楼管道井";

/// The repairer at the desk registers it, takes it on, and leaves first.
///
/// # Errors
/// A rule says no.
pub async fn begin(stage: &mut Stage, now: Instant) -> Result<(), AppError> {
    let Some(repairer) = stage.at_desk() else {
        return Ok(());
    };
    let receipt = stage.act_as(repairer, &intake()).await?.order;
    let opened = Opened {
        order: receipt.id,
        version: None,
    };
    stage.act_as(repairer, &AcceptWorkOrder { opened }).await?;
    let leave = LeaveForEmergency {
        post: stage.desk,
        person: repairer,
        reason: format!("{PLACE}爆管"),
    };
    let standing = stage.act_as(repairer, &leave).await?;
    let job = Job {
        order: receipt.id,
        about: usize::MAX,
        complaint: false,
        doer: repairer,
        put_off: true,
        fate: Fate::Open,
    };
    stage.agenda.note(
        now + Span::minutes(4),
        Event::Order {
            job,
            step: Step::Arrive,
        },
    );
    if let Some(relief) = standing.reliefs.last().map(|relief| relief.relief_id) {
        let stand_in = Event::StandIn { relief, repairer };
        stage.agenda.note(now + Span::minutes(3), stand_in);
    }
    Ok(())
}

/// What he writes down while the caller is still on the line.
fn intake() -> TakeContactWithOrder {
    let contact = TakeContact {
        input: ContactInput {
            kind: ContactKind::Repair,
            channel: Channel::Call,
            room: "4-1-1801".to_owned(),
            caller_name: String::new(),
            caller_phone: String::new(),
            content: SAID.to_owned(),
            handling: "立即前往关阀，已通知门岗与带班领导".to_owned(),
            told: "带班领导".to_owned(),
            plate: String::new(),
            answered_after_seconds: Some(4),
            settled: false,
        },
        resident: None,
    };
    let order = RegisterWorkOrder {
        matter: MatterInput {
            kind: ServiceKind::Repair,
            severity: None,
        },
        urgency: ServiceUrgency::Emergency,
        contact_id: None,
        room_id: None,
        resident_id: None,
        caller_name: "住户来电".to_owned(),
        caller_phone: String::new(),
        place: PLACE.to_owned(),
        content: SAID.to_owned(),
        department: String::new(),
        appointment_at: None,
        assignee_id: None,
    };
    TakeContactWithOrder { contact, order }
}

/// The captain of the guards takes the desk.
///
/// # Errors
/// A rule of coverage says no.
pub async fn stand_in(
    stage: &mut Stage,
    now: Instant,
    relief: ReliefId,
    repairer: PersonId,
) -> Result<(), AppError> {
    let captain = stage.person("gaoming")?;
    let accept = AcceptRelief {
        relief,
        reliever: captain,
        by_voice: false,
        there: true,
    };
    stage.act_as(captain, &accept).await?;
    stage.holders.insert(stage.desk, captain);
    let back = Event::Back { relief, repairer };
    stage.agenda.note(now + Span::minutes(85), back);
    Ok(())
}

/// The repairer is back and takes the desk again.
///
/// # Errors
/// A rule of coverage says no.
pub async fn end(stage: &mut Stage, relief: ReliefId, repairer: PersonId) -> Result<(), AppError> {
    stage
        .act_as(
            repairer,
            &EndRelief {
                relief,
                person: repairer,
            },
        )
        .await?;
    stage.holders.insert(stage.desk, repairer);
    Ok(())
}
