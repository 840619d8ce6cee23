//! Acts of relief and of the line.

use serde::Serialize;
use serde_json::json;
use zhishou_base::{PersonId, PostId, ReliefId};
use zhishou_platform::{Act, AppError, Entry};
use zhishou_rules::access::Verb;
use zhishou_rules::coverage::{
    Accepting, Asking, accept_line, accept_relief, approve_relief, ask_relief, confirm_relief,
    decline_relief, end_relief, return_line, transfer_line, withdraw_relief,
};

use super::{board, duty_of, finish, post_of_relief};
use crate::action::Action;
use crate::coverage::record::keep;
use crate::coverage::views::{Standing, standing_of};

/// Asks somebody to stand in.
#[derive(Debug, Serialize)]
pub struct AskRelief {
    /// The post.
    pub post: PostId,
    /// Who asks.
    pub asker: PersonId,
    /// Who is asked; everybody who may stand in when absent.
    pub asked: Option<PersonId>,
    /// Why.
    pub reason: String,
}

impl Action for AskRelief {
    type Outcome = Standing;
    const NAME: &'static str = "coverage.ask_relief";
    const VERB: Verb = Verb::HoldPost;

    async fn perform(&self, act: &mut Act) -> Result<Standing, AppError> {
        let board = board(act).await?;
        let id: ReliefId = act.new_id();
        let asking = Asking {
            id,
            post: self.post,
            asker: self.asker,
            asked: self.asked,
            reason: self.reason.trim().to_owned(),
        };
        let changes = ask_relief(&board, asking, act.now())?;
        let reason = act.keep_secret(self.reason.trim()).await?;
        let entry = Entry::new("coverage.relief_asked")
            .subject("post", self.post.subject())
            .post(self.post)
            .duty(duty_of(&board, self.post))
            .body(&json!({ "relief_id": id, "person_id": self.asker, "asked_id": self.asked }))
            .secret("reason", &reason);
        act.record(entry).await?;
        let mut after = board.clone();
        changes.iter().for_each(|change| after.apply(change));
        keep(act, &board, changes).await?;
        Ok(standing_of(&after, self.post, act.now()))
    }
}

/// Stands in, or records that somebody said by radio that he does.
#[derive(Debug, Serialize)]
pub struct AcceptRelief {
    /// Which relief.
    pub relief: ReliefId,
    /// Who stands in.
    pub reliever: PersonId,
    /// Recorded by another person.
    pub by_voice: bool,
    /// At the post already.
    pub there: bool,
}

impl Action for AcceptRelief {
    type Outcome = Standing;
    const NAME: &'static str = "coverage.accept_relief";
    const VERB: Verb = Verb::HoldPost;

    async fn perform(&self, act: &mut Act) -> Result<Standing, AppError> {
        let board = board(act).await?;
        // A relief that is over is not found on the board; the rules say so in words.
        let post = post_of_relief(&board, self.relief)?;
        let accepting = Accepting {
            relief: self.relief,
            reliever: self.reliever,
            by_voice: self.by_voice,
            there: self.there,
        };
        let changes = accept_relief(&board, accepting, act.now())?;
        let body = json!({
            "relief_id": self.relief,
            "person_id": self.reliever,
            "by_voice": self.by_voice,
            "there": self.there,
        });
        finish(
            act,
            &board,
            post,
            changes,
            ("coverage.relief_accepted", body),
        )
        .await
    }
}

macro_rules! step_of_relief {
    ($(#[$doc:meta])* $name:ident, $action:literal, $verb:expr, $entry:literal, $decide:expr) => {
        $(#[$doc])*
        #[derive(Debug, Serialize)]
        pub struct $name {
            /// Which relief.
            pub relief: ReliefId,
            /// Who acts.
            pub person: PersonId,
        }

        impl Action for $name {
            type Outcome = Standing;
            const NAME: &'static str = $action;
            const VERB: Verb = $verb;

            async fn perform(&self, act: &mut Act) -> Result<Standing, AppError> {
                let board = board(act).await?;
                let post = post_of_relief(&board, self.relief)?;
                let changes = $decide(&board, self.relief, self.person, act.now())?;
                let body = json!({ "relief_id": self.relief, "person_id": self.person });
                finish(act, &board, post, changes, ($entry, body)).await
            }
        }
    };
}

step_of_relief!(
    /// Approves a relief, where the regulation wants leave granted first.
    ApproveRelief, "coverage.approve_relief", Verb::ResolveCoverage, "coverage.relief_approved",
    approve_relief
);
step_of_relief!(
    /// The reliever confirms what was accepted for him by voice.
    ConfirmRelief, "coverage.confirm_relief", Verb::HoldPost, "coverage.relief_confirmed",
    confirm_relief
);
step_of_relief!(
    /// The asker no longer needs it.
    WithdrawRelief, "coverage.withdraw_relief", Verb::HoldPost, "coverage.relief_withdrawn",
    withdraw_relief
);
step_of_relief!(
    /// The asker is back and takes the post.
    EndRelief, "coverage.end_relief", Verb::HoldPost, "coverage.relief_ended", end_relief
);

/// Cannot stand in.
#[derive(Debug, Serialize)]
pub struct DeclineRelief {
    /// Which relief.
    pub relief: ReliefId,
    /// Who was asked.
    pub person: PersonId,
    /// Why; may be empty.
    pub reason: String,
}

impl Action for DeclineRelief {
    type Outcome = Standing;
    const NAME: &'static str = "coverage.decline_relief";
    const VERB: Verb = Verb::HoldPost;

    async fn perform(&self, act: &mut Act) -> Result<Standing, AppError> {
        let board = board(act).await?;
        let post = post_of_relief(&board, self.relief)?;
        let reason = self.reason.trim();
        let changes = decline_relief(&board, self.relief, self.person, reason, act.now())?;
        let body = json!({ "relief_id": self.relief, "person_id": self.person });
        finish(
            act,
            &board,
            post,
            changes,
            ("coverage.relief_declined", body),
        )
        .await
    }
}

/// Gives the line to another post.
#[derive(Debug, Serialize)]
pub struct TransferLine {
    /// Whose line.
    pub post: PostId,
    /// Who is to answer.
    pub to_post: PostId,
    /// Who gives it.
    pub person: PersonId,
}

impl Action for TransferLine {
    type Outcome = Standing;
    const NAME: &'static str = "coverage.transfer_line";
    const VERB: Verb = Verb::HoldPost;

    async fn perform(&self, act: &mut Act) -> Result<Standing, AppError> {
        let board = board(act).await?;
        let changes = transfer_line(&board, self.post, self.to_post, self.person, act.now())?;
        let body = json!({ "person_id": self.person, "to_post_id": self.to_post });
        finish(
            act,
            &board,
            self.post,
            changes,
            ("coverage.line_given", body),
        )
        .await
    }
}

macro_rules! step_of_line {
    ($(#[$doc:meta])* $name:ident, $action:literal, $entry:literal, $decide:expr) => {
        $(#[$doc])*
        #[derive(Debug, Serialize)]
        pub struct $name {
            /// Whose line.
            pub post: PostId,
            /// Who acts.
            pub person: PersonId,
        }

        impl Action for $name {
            type Outcome = Standing;
            const NAME: &'static str = $action;
            const VERB: Verb = Verb::HoldPost;

            async fn perform(&self, act: &mut Act) -> Result<Standing, AppError> {
                let board = board(act).await?;
                let changes = $decide(&board, self.post, self.person, act.now())?;
                let body = json!({ "person_id": self.person });
                finish(act, &board, self.post, changes, ($entry, body)).await
            }
        }
    };
}

step_of_line!(
    /// The other post takes the line.
    AcceptLine, "coverage.accept_line", "coverage.line_accepted", accept_line
);
step_of_line!(
    /// Takes the line back, or withdraws the offer.
    ReturnLine, "coverage.return_line", "coverage.line_returned", return_line
);
