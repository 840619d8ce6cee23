//! Answering alerts.

use std::str::FromStr;

use serde::{Deserialize, Serialize};
use serde_json::json;
use utoipa::ToSchema;
use zhishou_base::AlertId;
use zhishou_platform::{Act, AppError, Entry};
use zhishou_rules::access::Verb;

use super::store::{self, Alert, Ears};
use crate::action::Action;
use crate::coverage::promise_to_come;
use crate::people;

/// What a person does about an alert.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum AlertAnswer {
    /// 确认收到: the person knows; the others still ring.
    Received,
    /// 马上到场: the person comes; the others need not.
    Coming,
    /// 电话处理: the person deals with it by telephone; the others need not.
    ByPhone,
}

impl AlertAnswer {
    fn as_str(self) -> &'static str {
        match self {
            Self::Received => "received",
            Self::Coming => "coming",
            Self::ByPhone => "by_phone",
        }
    }

    /// Whether the others who were called need do nothing any more. Who has only taken note of a
    /// call does not do what it calls for.
    fn serves_for_others(self) -> bool {
        match self {
            Self::Received => false,
            Self::Coming | Self::ByPhone => true,
        }
    }
}

impl FromStr for AlertAnswer {
    type Err = String;
    fn from_str(word: &str) -> Result<Self, String> {
        [Self::Received, Self::Coming, Self::ByPhone]
            .into_iter()
            .find(|answer| answer.as_str() == word)
            .ok_or_else(|| format!("“{word}” is not an answer"))
    }
}

/// Who was first, so that nobody sets out twice.
async fn answered_before(act: &mut Act, alert: &Alert) -> Result<AppError, AppError> {
    let community = act.community();
    let names = people::names(act, community).await?;
    let first = alert.answered_by.and_then(|person| names.get(&person));
    let answer = alert.answer.as_deref().and_then(|word| word.parse().ok());
    let what = match answer {
        Some(AlertAnswer::Coming) => "马上到场",
        Some(AlertAnswer::ByPhone) => "电话处理",
        Some(AlertAnswer::Received) => "已收到",
        None => "已处理",
    };
    let detail = match first {
        Some(name) => format!("{name}已先答复（{what}），此提醒不再响铃，无需重复答复"),
        None => "此提醒所指事项已办，不再响铃，无需答复".to_owned(),
    };
    Ok(AppError::refused("alert_answered", detail))
}

/// Answers an alert, and with it the same call to others unless it is only noted. Who says they
/// come to an empty post owes it.
#[derive(Debug, Serialize)]
pub struct AnswerAlert {
    /// Which one.
    pub alert: AlertId,
    /// What the person does.
    pub answer: AlertAnswer,
    /// What the person hears.
    #[serde(skip)]
    pub ears: Ears,
}

impl Action for AnswerAlert {
    type Outcome = ();
    const NAME: &'static str = "notify.answer_alert";
    const VERB: Verb = Verb::AnswerAlerts;

    async fn perform(&self, act: &mut Act) -> Result<(), AppError> {
        let (community, at) = (act.community(), act.now());
        let alert = store::alert_for(act, community, &self.ears, self.alert).await?;
        if alert.answered_at.is_some() {
            return Err(answered_before(act, &alert).await?);
        }
        let mut answered = vec![alert.id];
        if self.answer.serves_for_others() {
            answered.extend(store::same_call(act, community, &alert).await?);
        }
        let by = (at, self.ears.person);
        store::answer(act, community, &answered, by, self.answer.as_str()).await?;
        if self.answer == AlertAnswer::Coming {
            let called = (alert.id, alert.kind.as_str(), alert.post);
            promise_to_come(act, self.ears.person, called).await?;
        }
        let entry = Entry::new("notify.alert_answered")
            .subject("alert", alert.id.subject())
            .post(alert.post)
            .body(&json!({ "kind": alert.kind, "answer": self.answer, "about": alert.subject }));
        act.record(entry).await?;
        Ok(())
    }
}
