//! Acts of the one who stands at the post: sign in, take over, leave, return,
//! close; and the supervisor's act that names a holder.

use serde::Serialize;
use serde_json::json;
use zhishou_base::{PersonId, PostId};
use zhishou_platform::obligations::{FoundBy, NewFinding};
use zhishou_platform::{Act, AppError, Entry};
use zhishou_rules::access::Verb;
use zhishou_rules::coverage::{
    DutyMode, Naming, change_holder, close_post, late_minutes, leave_for_emergency, leave_post,
    return_to_post, sign_in, supervisor_resolves,
};

use super::super::views::{SignedInView, Standing};
use super::{board, finish};
use crate::action::Action;
use crate::coverage::owing::SIGN_IN;
use crate::coverage::record::{keep, record_at};
use crate::coverage::store::last_sign_in;
use crate::coverage::views::standing_of;

/// Signs a person in for the duty that runs or comes next.
#[derive(Debug, Serialize)]
pub struct SignInToPost {
    /// The post.
    pub post: PostId,
    /// Who.
    pub person: PersonId,
}

impl Action for SignInToPost {
    type Outcome = SignedInView;
    const NAME: &'static str = "coverage.sign_in";
    const VERB: Verb = Verb::HoldPost;

    async fn perform(&self, act: &mut Act) -> Result<SignedInView, AppError> {
        let board = board(act).await?;
        let signed = sign_in(&board, self.post, self.person, act.now())?;
        let community = act.community();
        let owed = last_sign_in(act, community, signed.duty, self.person).await?;
        // Whom the duty does not ask cannot be late.
        let late_minutes = signed
            .last_at
            .and_then(|planned| late_minutes(owed.unwrap_or(planned), act.now()));
        let body = json!({
            "person_id": self.person,
            "duty_id": signed.duty,
            "late_minutes": late_minutes,
            "waits": signed.waits,
        });
        record_at(
            act,
            "coverage.signed_in",
            self.post,
            Some(signed.duty),
            body,
        )
        .await?;
        if late_minutes.is_some() && owed.is_none() {
            // Where no roster names people nobody owed it; being late is a finding all the same.
            act.find(NewFinding {
                kind: SIGN_IN,
                found_by: FoundBy::Observation,
                subject_kind: "duty",
                subject: signed.duty.subject(),
                post: Some(self.post),
                person: Some(self.person),
                found_at: act.now(),
            })
            .await?;
        }
        let mut after = board.clone();
        signed.changes.iter().for_each(|change| after.apply(change));
        keep(act, &board, signed.changes).await?;
        Ok(SignedInView {
            duty_id: signed.duty,
            late_minutes,
            waits: signed.waits,
            post: standing_of(&after, self.post, act.now()),
        })
    }
}

/// One tap: a person takes the post over.
#[derive(Debug, Serialize)]
pub struct ChangeHolder {
    /// The post.
    pub post: PostId,
    /// Who takes it.
    pub person: PersonId,
}

impl Action for ChangeHolder {
    type Outcome = Standing;
    const NAME: &'static str = "coverage.change_holder";
    const VERB: Verb = Verb::HoldPost;

    async fn perform(&self, act: &mut Act) -> Result<Standing, AppError> {
        let board = board(act).await?;
        let changes = change_holder(&board, self.post, self.person, act.now())?;
        let said = (
            "coverage.holder_taken_over",
            json!({ "person_id": self.person }),
        );
        finish(act, &board, self.post, changes, said).await
    }
}

/// Leaves a post while somebody else is there.
#[derive(Debug, Serialize)]
pub struct LeavePost {
    /// The post.
    pub post: PostId,
    /// Who leaves.
    pub person: PersonId,
}

impl Action for LeavePost {
    type Outcome = Standing;
    const NAME: &'static str = "coverage.leave_post";
    const VERB: Verb = Verb::HoldPost;

    async fn perform(&self, act: &mut Act) -> Result<Standing, AppError> {
        let board = board(act).await?;
        let changes = leave_post(&board, self.post, self.person, act.now())?;
        let said = ("coverage.left", json!({ "person_id": self.person }));
        finish(act, &board, self.post, changes, said).await
    }
}

/// Leaves first and reports at once 先走后报.
#[derive(Debug, Serialize)]
pub struct LeaveForEmergency {
    /// The post.
    pub post: PostId,
    /// Who leaves.
    pub person: PersonId,
    /// What happened, in a few words; may be empty.
    pub reason: String,
}

impl Action for LeaveForEmergency {
    type Outcome = Standing;
    const NAME: &'static str = "coverage.leave_for_emergency";
    const VERB: Verb = Verb::HoldPost;

    async fn perform(&self, act: &mut Act) -> Result<Standing, AppError> {
        let board = board(act).await?;
        let relief = act.new_id();
        let relief = (relief, self.reason.trim());
        let changes = leave_for_emergency(&board, self.post, self.person, relief, act.now())?;
        let mut entry = Entry::new("coverage.left_for_emergency")
            .subject("post", self.post.subject())
            .post(self.post)
            .duty(super::duty_of(&board, self.post))
            .body(&json!({ "person_id": self.person }));
        if !self.reason.trim().is_empty() {
            let said = act.keep_secret(self.reason.trim()).await?;
            entry = entry.secret("reason", &said);
        }
        act.record(entry).await?;
        let mut after = board.clone();
        changes.iter().for_each(|change| after.apply(change));
        keep(act, &board, changes).await?;
        Ok(standing_of(&after, self.post, act.now()))
    }
}

/// Is back at the post.
#[derive(Debug, Serialize)]
pub struct ReturnToPost {
    /// The post.
    pub post: PostId,
    /// Who is there.
    pub person: PersonId,
}

impl Action for ReturnToPost {
    type Outcome = Standing;
    const NAME: &'static str = "coverage.return_to_post";
    const VERB: Verb = Verb::HoldPost;

    async fn perform(&self, act: &mut Act) -> Result<Standing, AppError> {
        let board = board(act).await?;
        let changes = return_to_post(&board, self.post, self.person, act.now())?;
        let said = ("coverage.returned", json!({ "person_id": self.person }));
        finish(act, &board, self.post, changes, said).await
    }
}

/// Closes a post outside its required hours.
#[derive(Debug, Serialize)]
pub struct ClosePost {
    /// The post.
    pub post: PostId,
    /// Who closes it.
    pub person: PersonId,
}

impl Action for ClosePost {
    type Outcome = Standing;
    const NAME: &'static str = "coverage.close_post";
    const VERB: Verb = Verb::HoldPost;

    async fn perform(&self, act: &mut Act) -> Result<Standing, AppError> {
        let board = board(act).await?;
        let changes = close_post(&board, self.post, self.person, act.now())?;
        let said = ("coverage.closing", json!({ "person_id": self.person }));
        finish(act, &board, self.post, changes, said).await
    }
}

/// A supervisor names who takes the post.
#[derive(Debug, Serialize)]
pub struct ResolvePost {
    /// The post.
    pub post: PostId,
    /// Who takes it.
    pub person: PersonId,
    /// In remote charge within so many minutes; at the post when absent.
    pub response_minutes: Option<u32>,
    /// Whether the person is at the post already.
    pub there: bool,
    /// Whether who held the post until now stays there until the person has come.
    pub replaced_stays: bool,
    /// Why.
    pub reason: String,
}

impl Action for ResolvePost {
    type Outcome = Standing;
    const NAME: &'static str = "coverage.resolve_post";
    const VERB: Verb = Verb::ResolveCoverage;

    async fn perform(&self, act: &mut Act) -> Result<Standing, AppError> {
        let board = board(act).await?;
        let mode = match self.response_minutes {
            Some(response_minutes) => DutyMode::OnCall { response_minutes },
            None => DutyMode::AtPost,
        };
        let naming = Naming {
            post: self.post,
            person: self.person,
            mode,
            there: self.there,
            replaced_stays: self.replaced_stays,
            reason: self.reason.clone(),
        };
        let changes = supervisor_resolves(&board, &naming, act.now())?;
        let reason = act.keep_secret(self.reason.trim()).await?;
        let entry = Entry::new("coverage.holder_named")
            .subject("post", self.post.subject())
            .post(self.post)
            .duty(super::duty_of(&board, self.post))
            .body(&json!({
                "person_id": self.person,
                "there": self.there,
                "replaced_stays": self.replaced_stays,
            }))
            .secret("reason", &reason);
        act.record(entry).await?;
        let mut after = board.clone();
        changes.iter().for_each(|change| after.apply(change));
        keep(act, &board, changes).await?;
        Ok(standing_of(&after, self.post, act.now()))
    }
}
