//! Opening a handover: the snapshot is taken.

use serde::Serialize;
use serde_json::json;
use zhishou_base::{PersonId, PostId};
use zhishou_platform::{Act, AppError};
use zhishou_rules::access::{Verb, may};
use zhishou_rules::coverage::Board;
use zhishou_rules::handover::{Handover, HandoverState};

use super::super::snapshot::{Sides, build, sides};
use super::super::store::{self, Stored};
use super::super::views::HandoverView;
use super::entry;
use crate::action::Action;
use crate::{coverage, people};

/// Opens the handover that is due, or gives the one that is open already.
#[derive(Debug, Serialize)]
pub struct OpenHandover {
    /// The post.
    pub post: PostId,
    /// Who asks.
    pub by: PersonId,
    /// Who takes over; absent: the first who signed in or is named by the roster.
    pub incoming: Option<PersonId>,
}

impl Action for OpenHandover {
    type Outcome = HandoverView;
    const NAME: &'static str = "handover.open";
    const VERB: Verb = Verb::SignHandover;

    async fn perform(&self, act: &mut Act) -> Result<HandoverView, AppError> {
        let (community, now) = (act.community(), act.now());
        let board = coverage::current_board(act, community, now).await?;
        let sides = sides(&board, self.post, now)?;
        let incoming = self.incoming_of(&sides, &board)?;
        if let Some(open) = store::open_of(act, community, self.post).await? {
            if self.is_still_right(&open.handover, &sides, incoming) {
                let seen = json!({ "by_id": self.by });
                act.record(entry("handover.looked_at", &open.handover, &seen))
                    .await?;
                return Ok(HandoverView::of(&open));
            }
            self.may_overtake(act, &open, &sides).await?;
            self.overtake(act, open).await?;
        }
        let handover = build(act, self.post, &sides, incoming).await?;
        let stored = store::add(act, &handover).await?;
        let body = json!({
            "outgoing_id": handover.outgoing,
            "incoming_id": handover.incoming,
            "incoming_duty_id": handover.incoming_duty,
            "open": handover.open.len(),
            "deferred": handover.open.iter().filter(|line| line.deferred).count(),
            "items": handover.items.len(),
            "snapshot_at": handover.snapshot_at,
        });
        act.record(entry("handover.opened", &handover, &body))
            .await?;
        Ok(HandoverView::of(&stored))
    }
}

impl OpenHandover {
    fn is_still_right(&self, open: &Handover, sides: &Sides, incoming: PersonId) -> bool {
        is_of(open, sides) && (self.incoming.is_none() || open.incoming == incoming)
    }

    /// While duty and outgoing person are still right, another incoming person is named by
    /// one of the two, or by who may decide: nobody else ends what they are at.
    async fn may_overtake(
        &self,
        act: &mut Act,
        open: &Stored,
        sides: &Sides,
    ) -> Result<(), AppError> {
        if !is_of(&open.handover, sides) || open.handover.party_of(self.by).is_some() {
            return Ok(());
        }
        let community = act.community();
        let roles = people::person(act, community, self.by).await?.roles;
        if roles.iter().any(|role| may(*role, Verb::ResolveHandover)) {
            return Ok(());
        }
        Err(AppError::Conflict {
            detail: "本岗位的交接正在办理中，更换接班人请由交班人、接班人本人或负责人办理"
                .to_owned(),
            current: serde_json::to_value(HandoverView::of(open)).ok(),
        })
    }

    fn incoming_of(&self, sides: &Sides, board: &Board) -> Result<PersonId, AppError> {
        match self.incoming {
            Some(wished) if board.people.contains_key(&wished) => Ok(wished),
            Some(_) => Err(AppError::NotFound {
                what: "该接班人"
            }),
            None => sides.candidates.first().copied().ok_or_else(|| {
                AppError::refused(
                    "no_incoming_person",
                    "没有可接班的人员：下一班尚未排班，请先排班，或在打开交接班时指定接班人",
                )
            }),
        }
    }

    /// The sides have changed: the old record ends without having passed the post.
    async fn overtake(&self, act: &mut Act, open: Stored) -> Result<(), AppError> {
        let state = HandoverState::Refused {
            by: self.by,
            reason: "交接双方或班次已变更，重新发起交接".to_owned(),
            at: act.now(),
        };
        let next = Handover {
            state,
            ..open.handover.clone()
        };
        let body = json!({ "by_id": self.by });
        act.record(entry("handover.overtaken", &next, &body))
            .await?;
        store::save(act, &open, next).await?;
        Ok(())
    }
}

/// Whether a record is of the duty and the outgoing person that are due now.
fn is_of(open: &Handover, sides: &Sides) -> bool {
    open.outgoing == sides.outgoing
        && open.incoming_duty == sides.incoming_duty.as_ref().map(|duty| duty.id)
}
