//! The open matters of a post: what the next shift has to know about.

use zhishou_base::{CommunityId, ContactId, Instant, PostId, SubjectId, WorkOrderId};
use zhishou_platform::{Act, AppError, Conn};
use zhishou_rules::desk::ContactKind;
use zhishou_rules::handover::{Disposition, Handover, HandoverRefusal, NOTED, OpenLine};
use zhishou_rules::workorder::Closing;

use crate::workorder::Disposal;
use crate::{coverage, desk, people, workorder};

const ORDER: &str = "work_order";
const CONTACT: &str = "contact";

/// The open matters now, each with whether the night left it, to be compared with a snapshot.
pub async fn open_now(
    conn: &mut Conn,
    community: CommunityId,
    post: PostId,
    now: Instant,
) -> Result<Vec<(SubjectId, bool)>, AppError> {
    let lines = open_of_desk(conn, community, post, now).await?;
    Ok(lines
        .into_iter()
        .map(|line| (line.subject, line.deferred))
        .collect())
}

/// Unfinished orders and contacts without a slip. The desk follows all of them;
/// another post has none of its own.
pub async fn open_of_desk(
    conn: &mut Conn,
    community: CommunityId,
    post: PostId,
    now: Instant,
) -> Result<Vec<OpenLine>, AppError> {
    let desk = people::desk(conn, community).await?;
    if desk.map(|desk| desk.id) != Some(post) {
        return Ok(Vec::new());
    }
    let orders = workorder::open_for_handover(conn, community, now).await?;
    let mut lines: Vec<OpenLine> = orders.iter().map(order_line).collect();
    let night = night_since(conn, community, post, now).await?;
    let contacts = desk::open_contacts(conn, community).await?;
    lines.extend(
        contacts
            .iter()
            .filter(|contact| wants_a_slip(contact.kind))
            .map(|contact| {
                let of_the_night = night.is_some_and(|since| contact.happened_at >= since);
                contact_line(contact, of_the_night)
            }),
    );
    Ok(lines)
}

/// The start of the night duty that is stood now, if one is.
async fn night_since(
    conn: &mut Conn,
    community: CommunityId,
    post: PostId,
    now: Instant,
) -> Result<Option<Instant>, AppError> {
    let board = coverage::current_board(conn, community, now).await?;
    let hold = board.post(post).and_then(|state| state.hold.as_ref());
    let Some(duty) = hold.and_then(|hold| hold.duty) else {
        return Ok(None);
    };
    let stood = coverage::duty_at(conn, community, duty).await?;
    Ok(stood
        .filter(|stood| stood.night)
        .map(|stood| stood.duty.starts_at))
}

/// What a contact of this kind asks for is done by a slip, so one without is open.
fn wants_a_slip(kind: ContactKind) -> bool {
    matches!(
        kind,
        ContactKind::Repair | ContactKind::Complaint | ContactKind::Entrusted
    )
}

fn order_line(order: &workorder::OpenItem) -> OpenLine {
    let place = order.room_code.as_deref().unwrap_or(&order.place);
    OpenLine {
        subject: order.id.subject(),
        subject_kind: ORDER.to_owned(),
        label: label(&order.number, place, &order.content),
        status: order.stage.as_str().to_owned(),
        deferred: order.disposition.is_some(),
        disposition: None,
    }
}

fn contact_line(contact: &desk::Contact, of_the_night: bool) -> OpenLine {
    OpenLine {
        subject: contact.id.subject(),
        subject_kind: CONTACT.to_owned(),
        label: label(&contact.number, &contact.room_text, &contact.content),
        status: contact.kind.as_str().to_owned(),
        deferred: of_the_night,
        disposition: None,
    }
}

/// Number, place and the beginning of what was said.
fn label(number: &str, place: &str, content: &str) -> String {
    let mut words: Vec<String> = vec![number.to_owned()];
    if !place.trim().is_empty() {
        words.push(place.trim().to_owned());
    }
    let said: String = content.trim().chars().take(40).collect();
    if !said.is_empty() {
        words.push(said);
    }
    words.join(" ")
}

/// Refuses a decision that the signatures could not carry out: a slip that nobody
/// registered, an order that may not end this way.
pub async fn check_decision(
    act: &mut Act,
    handover: &Handover,
    subjects: &[SubjectId],
    disposition: &Disposition,
) -> Result<(), AppError> {
    let community = act.community();
    let decided = |line: &&OpenLine| subjects.contains(&line.subject);
    for line in handover.open.iter().filter(decided) {
        match (line.subject_kind.as_str(), disposition) {
            (CONTACT | NOTED, Disposition::ConfirmedAsSlip { slip }) => {
                let found = workorder::order_numbered(act, community, slip).await?;
                if found.is_none() {
                    let slip = slip.trim().to_owned();
                    return Err(HandoverRefusal::SlipUnknown { slip }.into());
                }
            }
            (ORDER, Disposition::Closed { .. }) => {
                let order = WorkOrderId(line.subject.0);
                workorder::check_disposal(act, order, &disposal(disposition)).await?;
            }
            _ => {}
        }
    }
    Ok(())
}

/// What was decided about open lines takes effect with the signatures; what was
/// finished in the meantime needs nothing more.
pub async fn settle_lines(act: &mut Act, handover: &Handover) -> Result<(), AppError> {
    let (community, now) = (act.community(), act.now());
    let still_open = open_now(act, community, handover.post, now).await?;
    for line in &handover.open {
        let Some(disposition) = &line.disposition else {
            continue;
        };
        let open = still_open
            .iter()
            .any(|(subject, _)| *subject == line.subject);
        match line.subject_kind.as_str() {
            ORDER if open => {
                let order = WorkOrderId(line.subject.0);
                workorder::dispose(act, order, &disposal(disposition)).await?;
            }
            CONTACT if open => settle_contact(act, line, disposition).await?,
            _ => {}
        }
    }
    Ok(())
}

fn disposal(disposition: &Disposition) -> Disposal {
    match disposition {
        Disposition::ConfirmedAsSlip { .. } => Disposal::ConfirmAsSlip,
        Disposition::Closed { note } => Disposal::Close {
            closing: Closing::Settled,
            reason: note.clone(),
        },
        Disposition::Carried { reason } => Disposal::CarryOver {
            reason: reason.clone(),
        },
    }
}

async fn settle_contact(
    act: &mut Act,
    line: &OpenLine,
    disposition: &Disposition,
) -> Result<(), AppError> {
    let (community, contact) = (act.community(), ContactId(line.subject.0));
    let outcome = match disposition {
        Disposition::ConfirmedAsSlip { slip } => {
            if let Some(order) = workorder::order_numbered(act, community, slip).await? {
                return desk::link_work_order(act, contact, order).await;
            }
            format!("已转工单 {slip}")
        }
        Disposition::Closed { note } => note.clone(),
        Disposition::Carried { .. } => return Ok(()),
    };
    desk::settle_contact(act, contact, &outcome).await
}
