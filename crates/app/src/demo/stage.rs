//! The stage of the demo: a clock that can be set, the people, and who stands where.

use std::collections::BTreeMap;

use zhishou_base::{
    Actor, ActorKind, CommunityId, Date, Instant, LocalTime, PersonId, PostId, UtcOffset,
};
use zhishou_platform::{AppError, ManualClock};

use super::agenda::Agenda;
use super::chance::Chance;
use crate::action::Action;
use crate::app::App;
use crate::people::Resident;

/// Everything that the demo's history is played on.
pub struct Stage {
    /// The application, on the demo's clock.
    pub app: App,
    /// That clock.
    pub clock: ManualClock,
    /// The demo community.
    pub community: CommunityId,
    /// Its local time.
    pub offset: UtcOffset,
    /// What is left to chance.
    pub chance: Chance,
    /// What is going to happen.
    pub agenda: Agenda,
    /// The desk.
    pub desk: PostId,
    /// The south gate.
    pub gate: PostId,
    /// The staff by account name.
    pub people: BTreeMap<String, PersonId>,
    /// Residents who may call.
    pub residents: Vec<Resident>,
    /// Plates of their cars.
    pub plates: Vec<String>,
    /// Who answers for each post now.
    pub holders: BTreeMap<PostId, PersonId>,
}

impl Stage {
    /// Lets a member of staff act.
    ///
    /// # Errors
    /// Whatever the action answers.
    pub async fn act_as<A: Action>(
        &self,
        person: PersonId,
        action: &A,
    ) -> Result<A::Outcome, AppError> {
        let actor = Actor {
            kind: ActorKind::Staff,
            account: None,
            person: Some(person),
            post: None,
            device: None,
        };
        // On the heap: what happens in the demo is made of many acts, and all of them together
        // would be too large for the stack of a thread.
        Box::pin(self.app.perform_by(actor, self.community, action)).await
    }

    /// A member of staff by account name.
    ///
    /// # Errors
    /// The cast has nobody of that name.
    pub fn person(&self, login: &str) -> Result<PersonId, AppError> {
        self.people
            .get(login)
            .copied()
            .ok_or_else(|| AppError::internal(format!("the demo has no {login}")))
    }

    /// Who answers for the desk now; none before the first sign-in.
    pub fn at_desk(&self) -> Option<PersonId> {
        self.holders.get(&self.desk).copied()
    }

    /// The local minute of the day.
    pub fn minute_of_day(&self, at: Instant) -> u16 {
        self.offset.time_of(at).minutes()
    }

    /// Whether the night shift stands at the desk, 17:30 to 09:00.
    pub fn is_night(&self, at: Instant) -> bool {
        !(540..1_050).contains(&self.minute_of_day(at))
    }

    /// So many minutes later, at a time when the day shift works (09:10 to 17:15).
    pub fn in_office_hours(&self, at: Instant) -> Instant {
        let date = self.offset.date_of(at);
        match self.minute_of_day(at) {
            0..550 => {
                self.at(date, 550)
                    + zhishou_base::Span::minutes(i64::from(self.minute_of_day(at)) % 23)
            }
            550..1_035 => at,
            late => {
                self.at(date.plus_days(1), 552) + zhishou_base::Span::minutes(i64::from(late) % 31)
            }
        }
    }

    /// An instant by local date and minute of the day.
    pub fn at(&self, date: Date, minute: u16) -> Instant {
        let time = LocalTime::new(minute / 60, minute % 60).unwrap_or(LocalTime::MIDNIGHT);
        self.offset.instant(date, time)
    }
}
