//! What a report says of each post.

use zhishou_base::{Instant, PostId, Span};
use zhishou_rules::coverage::{Stretch, late_minutes, uncovered};

use super::day::Names;
use super::views::{
    DutyReport, HolderReport, PostReport, ReliefReport, SignInReport, UnattendedReport,
};
use crate::coverage::{Absence, DutyRecord, PastHold, PastRelief, PastSignIn, StoredDuty};
use crate::people::Post;

/// The time that a report tells of.
#[derive(Clone, Copy)]
pub(super) struct Told {
    from: Instant,
    until: Instant,
    /// Whether `until` is the present, and the day goes on.
    goes_on: bool,
}

impl Told {
    /// Of a duty day, what lies before the present.
    pub fn of(from: Instant, until: Instant, now: Instant) -> Self {
        Self {
            from,
            until: until.min(now),
            goes_on: now < until,
        }
    }

    /// The instant up to which it is asked what was so: the present is taken along, so that what
    /// lasts is told from what has just ended.
    fn edge(self) -> Instant {
        self.until + Span(i64::from(self.goes_on))
    }

    fn within(self, begins: Instant, ends: Option<Instant>) -> Stretch {
        let edge = self.edge();
        (begins.max(self.from), ends.unwrap_or(edge).min(edge))
    }
}

/// Each post within a time.
pub(super) fn post_reports(
    posts: Vec<Post>,
    record: &DutyRecord,
    names: &Names,
    told: Told,
) -> Vec<PostReport> {
    let Told { from, until, .. } = told;
    posts
        .into_iter()
        .map(|post| {
            let own = |stored: &&StoredDuty| stored.post == post.id;
            let begun = |stored: &&StoredDuty| stored.duty.starts_at >= from;
            let unattended = unattended(post.id, record, names, told);
            let holds = record.holds.iter().filter(|one| one.post == post.id);
            let reliefs = record.reliefs.iter().filter(|one| one.post == post.id);
            let duties = record.duties.iter().filter(own).filter(begun);
            PostReport {
                duties: duties
                    .map(|duty| duty_report(duty, record, names))
                    .collect(),
                holders: holds.map(|hold| holder_report(hold, names)).collect(),
                unattended_for: unattended
                    .iter()
                    .map(|one| {
                        one.to_at
                            .unwrap_or(until)
                            .min(until)
                            .since(one.from_at.max(from))
                    })
                    .fold(Span::ZERO, |sum, length| sum + length),
                unattended,
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
    let (shift_name, shift_name_en) = names.shift(stored.version, &duty.shift);
    let planned = duty.last_sign_in();
    let late = |one: &PastSignIn| {
        let last_at = planned.map(|planned| one.last_at.unwrap_or(planned));
        last_at.is_some_and(|last_at| late_minutes(last_at, one.at).is_some())
    };
    let signed_in = record
        .sign_ins
        .iter()
        .filter(|one| one.duty == duty.id)
        .map(|one| SignInReport {
            name: names.person(one.person),
            at: one.at,
            late: late(one),
        });
    DutyReport {
        duty_id: duty.id,
        shift_name,
        shift_name_en,
        no_sign_in: duty.no_sign_in(),
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

/// When nobody was at a post that should have been held: somebody answered for it and was away, or
/// nobody answered at all.
fn unattended(
    post: PostId,
    record: &DutyRecord,
    names: &Names,
    told: Told,
) -> Vec<UnattendedReport> {
    let away: Vec<&Absence> = record
        .absences
        .iter()
        .filter(|one| one.post == post)
        .collect();
    let required: Vec<Stretch> = record
        .duties
        .iter()
        .filter(|stored| stored.post == post && stored.duty.required())
        .map(|stored| told.within(stored.duty.starts_at, Some(stored.duty.ends_at)))
        .collect();
    let held = record
        .holds
        .iter()
        .filter(|hold| hold.post == post)
        .map(|hold| told.within(hold.from_at, hold.to_at));
    let known = away.iter().map(|one| told.within(one.from_at, one.to_at));
    let vacant = uncovered(&required, &held.chain(known).collect::<Vec<_>>());
    let mut all: Vec<UnattendedReport> = away
        .iter()
        .map(|one| UnattendedReport {
            from_at: one.from_at,
            to_at: one.to_at,
            holder: one.holder.map(|id| names.person(id)),
        })
        .chain(vacant.into_iter().map(|(from_at, to)| UnattendedReport {
            from_at,
            to_at: (to <= told.until).then_some(to),
            holder: None,
        }))
        .collect();
    all.sort_by_key(|one| one.from_at);
    all
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
