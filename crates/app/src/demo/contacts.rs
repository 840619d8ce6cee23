//! Calls, visits and messages of the demo.

use zhishou_base::{ContactId, Date, Instant, Span, Weekday};
use zhishou_platform::AppError;
use zhishou_rules::desk::{ContactChannel as Channel, ContactInput, ContactKind};

use super::agenda::{Event, Fate};
use super::orders;
use super::stage::Stage;
use super::words::{BUSINESS, CHANNELS, ENTRUSTED, HELP, HOURS, INQUIRIES, KINDS, SUGGESTIONS};
use crate::desk::{RevealCarOwner, SettleContact, TakeContact};
use crate::people::Resident;

/// Contacts of a weekday; weekends bring 15 % more, Mondays 10 %.
const CONTACTS_A_DAY: usize = 46;

/// Notes the contacts of a day.
pub fn note_contacts(stage: &mut Stage, date: Date) {
    let percent = match date.weekday() {
        Weekday::Sat | Weekday::Sun => 115,
        Weekday::Mon => 110,
        _ => 100,
    };
    let around = usize::try_from(stage.chance.between(90, 110)).unwrap_or(100);
    let count = CONTACTS_A_DAY * percent * around / 10_000;
    let hours: Vec<(usize, u16)> = HOURS.iter().copied().zip(0_u16..).collect();
    for _ in 0..count {
        let hour = stage
            .chance
            .weighted(&hours, |hour| hour.0)
            .map_or(9, |hour| hour.1);
        let minute = u16::try_from(stage.chance.below(60)).unwrap_or(0);
        let at = stage.at(date, quiet_around_handovers(hour * 60 + minute));
        let seconds = stage.chance.between(0, 59);
        stage
            .agenda
            .note(at + Span::seconds(seconds), Event::Contact);
    }
}

/// Nobody's call falls into the minutes in which the desk is handed over.
fn quiet_around_handovers(minute: u16) -> u16 {
    match minute {
        530..545 | 1_040..1_055 => minute + 15,
        _ => minute,
    }
}

/// Somebody calls, comes or writes.
///
/// # Errors
/// A rule of the desk says no.
pub async fn take(stage: &mut Stage, now: Instant) -> Result<(), AppError> {
    let Some(clerk) = stage.at_desk() else {
        return Ok(());
    };
    let kind = stage
        .chance
        .weighted(KINDS, |kind| kind.0)
        .map_or(ContactKind::Inquiry, |k| k.1);
    let at_night = !(360..1_320).contains(&stage.minute_of_day(now));
    let channel = match stage.chance.weighted(CHANNELS, |channel| channel.0) {
        Some((_, channel)) if !at_night => *channel,
        _ => Channel::Call,
    };
    let resident = caller(stage);
    if matches!(kind, ContactKind::Repair | ContactKind::Complaint) {
        let of = (kind, channel, Fate::Open);
        return orders::report(stage, now, of, resident, clerk).await;
    }
    let (said, outcome) = phrase(stage, kind);
    let mut input = input(stage, (kind, channel), resident.as_ref(), said);
    if said.contains("挪车") {
        input.plate = stage
            .chance
            .pick(&stage.plates)
            .cloned()
            .unwrap_or_default();
    }
    let in_the_way = !input.plate.is_empty();
    let taken = stage
        .act_as(
            clerk,
            &TakeContact {
                input,
                resident: resident.map(|r| r.id),
            },
        )
        .await?;
    if in_the_way {
        let look = RevealCarOwner {
            contact: taken.id,
            reason: String::new(),
        };
        stage.act_as(clerk, &look).await?;
    }
    let later = Span::minutes(stage.chance.between(1, 6));
    let settle = Event::Settle {
        contact: taken.id,
        outcome: outcome.to_owned(),
    };
    stage.agenda.note(now + later, settle);
    Ok(())
}

/// Somebody calls for a repair.
///
/// # Errors
/// A rule of the desk or of work orders says no.
pub async fn call_for_repair(stage: &mut Stage, now: Instant, fate: Fate) -> Result<(), AppError> {
    let Some(clerk) = stage.at_desk() else {
        return Ok(());
    };
    let resident = caller(stage);
    let of = (ContactKind::Repair, Channel::Call, fate);
    orders::report(stage, now, of, resident, clerk).await
}

/// One caller in ten does not say who they are.
fn caller(stage: &mut Stage) -> Option<Resident> {
    if !stage.chance.percent(90) {
        return None;
    }
    let at = stage.chance.below(stage.residents.len());
    stage.residents.get(at).cloned()
}

fn phrase(stage: &mut Stage, kind: ContactKind) -> (&'static str, &'static str) {
    let phrases = match kind {
        ContactKind::Help => HELP,
        ContactKind::Business => BUSINESS,
        ContactKind::Entrusted => ENTRUSTED,
        ContactKind::Suggestion => SUGGESTIONS,
        _ => INQUIRIES,
    };
    stage
        .chance
        .pick(phrases)
        .copied()
        .unwrap_or(("咨询", "已答复"))
}

/// What the desk writes down.
pub fn input(
    stage: &mut Stage,
    (kind, channel): (ContactKind, Channel),
    resident: Option<&Resident>,
    said: &str,
) -> ContactInput {
    let ring = u32::try_from(stage.chance.between(3, 18)).ok();
    ContactInput {
        kind,
        channel,
        room: resident.map(|r| r.room_code.clone()).unwrap_or_default(),
        caller_name: resident.map(|r| r.name.clone()).unwrap_or_default(),
        caller_phone: resident.and_then(|r| r.phone.clone()).unwrap_or_default(),
        content: said.to_owned(),
        handling: String::new(),
        told: String::new(),
        plate: String::new(),
        answered_after_seconds: ring.filter(|_| channel == Channel::Call),
        settled: false,
    }
}

/// A contact is settled by whoever stands at the desk.
///
/// # Errors
/// A rule of the desk says no.
pub async fn settle(stage: &Stage, contact: ContactId, outcome: String) -> Result<(), AppError> {
    let Some(clerk) = stage.at_desk() else {
        return Ok(());
    };
    stage
        .act_as(clerk, &SettleContact { contact, outcome })
        .await
}
