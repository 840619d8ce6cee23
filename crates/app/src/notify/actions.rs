//! Answering alerts.

use std::str::FromStr;

use serde::{Deserialize, Serialize};
use serde_json::json;
use utoipa::ToSchema;
use zhishou_base::AlertId;
use zhishou_platform::{Act, AppError, Entry};
use zhishou_rules::access::Verb;

use super::store::{self, Ears};
use crate::action::Action;

/// What a person does about an alert.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum AlertAnswer {
    /// 确认收到
    Received,
    /// 马上到场
    Coming,
    /// 电话处理
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

/// Answers an alert.
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
        let by = (at, self.ears.person);
        if !store::answer(act, community, alert.id, by, self.answer.as_str()).await? {
            let detail = "已有同事先答复了此提醒，请查看在岗情况";
            return Err(AppError::refused("alert_answered", detail));
        }
        let entry = Entry::new("notify.alert_answered")
            .subject("alert", alert.id.subject())
            .post(alert.post)
            .body(&json!({ "kind": alert.kind, "answer": self.answer, "about": alert.subject }));
        act.record(entry).await?;
        Ok(())
    }
}
