//! What a report says of each post.

use zhishou_base::{Instant, Span};

use super::day::Names;
use super::views::{
    DutyReport, HolderReport, PostReport, ReliefReport, SignInReport, UnattendedReport,
};
use crate::coverage::{Absence, DutyRecord, PastHold, PastRelief, StoredDuty};
use crate::people::Post;

/// Each post within a time.
pub(super) fn post_reports(
    posts: Vec<Post>,
    record: &DutyRecord,
    names: &Names,
    (from, until): (Instant, Instant),
) -> Vec<PostReport> {
    posts
        .into_iter()
        .map(|post| {
            let own = |stored: &&StoredDuty| stored.post == post.id;
            let begun = |stored: &&StoredDuty| stored.duty.starts_at >= from;
            let absences = record.absences.iter().filter(|one| one.post == post.id);
            let holds = record.holds.iter().filter(|one| one.post == post.id);
            let reliefs = record.reliefs.iter().filter(|one| one.post == post.id);
            let duties = record.duties.iter().filter(own).filter(begun);
            PostReport {
                duties: duties
                    .map(|duty| duty_report(duty, record, names))
                    .collect(),
                holders: holds.map(|hold| holder_report(hold, names)).collect(),
                unattended_for: absences
                    .clone()
                    .map(|one| within(one, from, until))
                    .fold(Span::ZERO, |sum, length| sum + length),
                unattended: absences.map(|one| unattended(one, names)).collect(),
                reliefs: reliefs.map(|relief| relief_report(relief, names)).collect(),
                post_id: post.id,
                name: post.name,
                name_en: post.name_en,
            }
        })
        .collect()
}

fn duty_report(stored: &StoredDuty, record: &DutyRecord, names: &Names) -> DutyReport {
    let duty = &stored.duty;
    let asked_at = duty.starts_at - duty.sign_in_lead;
    let signed_in = record
        .sign_ins
        .iter()
        .filter(|one| one.duty == duty.id)
        .map(|one| SignInReport {
            name: names.person(one.person),
            at: one.at,
            // To the minute, as the clock at the desk shows it.
            late: one.at.since(asked_at) >= Span::minutes(1),
        });
    DutyReport {
        duty_id: duty.id,
        shift: duty.shift.clone(),
        starts_at: duty.starts_at,
        ends_at: duty.ends_at,
        night: stored.night,
        assigned: duty.assigned.iter().map(|id| names.person(*id)).collect(),
        signed_in: signed_in.collect(),
    }
}

fn holder_report(hold: &PastHold, names: &Names) -> HolderReport {
    let person = hold.person.map(|id| names.person(id));
    let via = hold.via.map(|id| names.post(id));
    HolderReport {
        name: person.or(via).unwrap_or_default(),
        is_post: hold.via.is_some(),
        from_at: hold.from_at,
        to_at: hold.to_at,
        began_by: hold.began_by.clone(),
    }
}

fn unattended(absence: &Absence, names: &Names) -> UnattendedReport {
    UnattendedReport {
        from_at: absence.from_at,
        to_at: absence.to_at,
        holder: absence.holder.map(|id| names.person(id)),
    }
}

/// The part of an absence that lies in the time; one that lasts counts to its end.
fn within(absence: &Absence, from: Instant, until: Instant) -> Span {
    let to = absence.to_at.unwrap_or(until).min(until);
    to.since(absence.from_at.max(from))
}

fn relief_report(relief: &PastRelief, names: &Names) -> ReliefReport {
    ReliefReport {
        relief_id: relief.id,
        name: names.person(relief.asker),
        reason: relief.reason.clone(),
        emergency: relief.emergency,
        asked_at: relief.asked_at,
        state: relief.state.clone(),
    }
}
