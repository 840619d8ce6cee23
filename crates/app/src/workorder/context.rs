//! Who acts on an order, and by which rules the desk works at that moment.

use std::sync::Arc;

use zhishou_base::{CommunityId, Instant, PostId, UtcOffset};
use zhishou_platform::{Act, AppError, Conn};
use zhishou_rules::access::{Role, Verb, may};
use zhishou_rules::regulation::{Regulation, ServiceKind, ServiceUrgency, shift_at};
use zhishou_rules::workorder::{By, Terms};

use crate::people::{self, Person};
use crate::regulation::regulation_in_force;

/// The desk that follows the orders of a community.
#[derive(Debug, Clone)]
pub struct Desk {
    /// Its post; absent in a community without one.
    pub post: Option<PostId>,
    /// The regulation it works by.
    pub regulation: Option<Arc<Regulation>>,
    /// Whether its night shift runs.
    pub night: bool,
    /// The community's clock.
    pub offset: UtcOffset,
}

impl Desk {
    /// The desk as it stands at an instant.
    ///
    /// # Errors
    /// The database failed.
    pub async fn at(
        conn: &mut Conn,
        community: CommunityId,
        at: Instant,
    ) -> Result<Self, AppError> {
        let offset = people::community(conn, community).await?.offset;
        let Some(post) = people::desk(conn, community).await? else {
            return Ok(Self {
                post: None,
                regulation: None,
                night: false,
                offset,
            });
        };
        let in_force = regulation_in_force(conn, community, &post.key, at).await?;
        let regulation = in_force.map(|found| found.regulation);
        let night = regulation
            .as_ref()
            .and_then(|rules| shift_at(rules, &post.key, at, offset))
            .is_some_and(|shift| shift.night);
        Ok(Self {
            post: Some(post.id),
            regulation,
            night,
            offset,
        })
    }

    /// The deadlines of a kind and urgency.
    pub fn terms(&self, kind: ServiceKind, urgency: ServiceUrgency) -> Terms {
        match &self.regulation {
            Some(regulation) => Terms::of(regulation, kind, urgency, self.offset),
            None => Terms::none(self.offset),
        }
    }
}

/// The circumstances of one act on an order.
#[derive(Debug, Clone)]
pub struct Context {
    /// Who acts, as the rules see it.
    pub by: By,
    /// The person.
    pub person: Person,
    /// The desk.
    pub desk: Desk,
}

impl Context {
    /// The circumstances of an act.
    ///
    /// # Errors
    /// Nobody acts (the engine carries out no orders), or the database failed.
    pub async fn of(act: &mut Act) -> Result<Self, AppError> {
        let (community, at) = (act.community(), act.happened_at());
        let person = act
            .actor()
            .person
            .ok_or_else(|| AppError::forbidden("工单须由本小区员工办理"))?;
        let person = people::person(act, community, person).await?;
        let desk = Desk::at(act, community, at).await?;
        let by = By {
            person: person.id,
            leads: person.roles.iter().any(|role| leads(*role)),
            night: desk.night,
            at,
        };
        Ok(Self { by, person, desk })
    }

    /// Whether one of the person's roles includes a verb.
    pub fn may(&self, verb: Verb) -> bool {
        self.person.roles.iter().any(|role| may(*role, verb))
    }
}

fn leads(role: Role) -> bool {
    matches!(
        role,
        Role::ServiceSupervisor | Role::ShiftLeader | Role::Manager | Role::Director
    )
}
