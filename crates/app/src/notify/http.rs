//! Alerts over HTTP.

use axum::Json;
use axum::extract::{Path, State};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use zhishou_base::{AlertId, CommunityId, Instant, PersonId, PostId, Span, SubjectId};
use zhishou_platform::AppError;
use zhishou_rules::access::Verb;

use super::actions::{AlertAnswer, AnswerAlert};
use super::store::{self, Alert, Ears};
use crate::access::SignedIn;
use crate::app::App;
use crate::coverage::posts_answered_by;
use crate::http::{Body, Failure, IdempotencyKey, InCommunity, Problem};
use crate::people;

/// An alert that rings for the person who asks, or rang in the last day.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct AlertView {
    /// Which one.
    pub id: AlertId,
    /// `notice`, `ordinary` or `urgent`.
    pub urgency: String,
    /// What for, a stable word.
    pub kind: String,
    /// What it is about.
    pub subject_kind: String,
    /// Which one.
    pub subject_id: SubjectId,
    /// The post concerned.
    pub post_id: Option<PostId>,
    /// Its name.
    pub post_name: Option<String>,
    /// The rule of a deadline that was missed, with an alert of kind `obligation_due`.
    pub rule_key: Option<String>,
    /// What the deadline is about, such as `work_order`, with an alert of kind `obligation_due`.
    pub about_kind: Option<String>,
    /// Which one.
    pub about_id: Option<SubjectId>,
    /// The deadline, with an alert of kind `obligation_due`.
    pub due_at: Option<Instant>,
    /// A human number to name it by, such as that of a work order.
    pub number: Option<String>,
    /// Who calls for help, with an alert of kind `help_called`.
    pub caller_name: Option<String>,
    /// When it began to ring.
    pub raised_at: Instant,
    /// When somebody answered.
    pub answered_at: Option<Instant>,
    /// Who answered.
    pub answered_by_name: Option<String>,
    /// What they answered.
    pub answer: Option<AlertAnswer>,
}

/// Answered alerts are shown this long.
const SHOWN_FOR: Span = Span::hours(24);

/// To whom alerts may be addressed so that a signed-in person hears them.
pub(super) async fn ears_of(
    app: &App,
    signed_in: &SignedIn,
    community: CommunityId,
) -> Result<Ears, AppError> {
    let member = signed_in.member_of(community)?;
    let (person, roles) = (member.person, member.roles.clone());
    let mut reader = app.platform().read().await?;
    let now = app.platform().now();
    Ok(Ears {
        person,
        posts: posts_answered_by(&mut reader, community, person, now).await?,
        roles,
    })
}

/// The alerts of the person who asks, unanswered ones first.
#[utoipa::path(get, path = "/api/c/{community}/alerts", operation_id = "list_alerts",
    tag = "notify", params(("community" = String, Path)),
    responses((status = 200, body = Vec<AlertView>)))]
pub async fn list_alerts(
    State(app): State<App>,
    signed_in: SignedIn,
    InCommunity(community): InCommunity,
) -> Result<Json<Vec<AlertView>>, Failure> {
    signed_in.require(community, Verb::AnswerAlerts)?;
    let ears = ears_of(&app, &signed_in, community).await?;
    let since = app.platform().now() - SHOWN_FOR;
    let mut reader = app.platform().read().await?;
    let alerts = store::alerts_for(&mut reader, community, &ears, since).await?;
    let names = people::names(&mut reader, community).await?;
    let posts = people::posts(&mut reader, community).await?;
    let view = |alert| view_of(alert, &names, &posts);
    Ok(Json(alerts.into_iter().map(view).collect()))
}

fn view_of(
    alert: Alert,
    names: &std::collections::BTreeMap<PersonId, String>,
    posts: &[people::Post],
) -> AlertView {
    let fact = |name: &str| alert.body.get(name).cloned();
    AlertView {
        id: alert.id,
        urgency: alert.urgency.to_string(),
        post_name: posts
            .iter()
            .find(|post| Some(post.id) == alert.post)
            .map(|post| post.name.clone()),
        about_kind: fact("about_kind").and_then(|value| value.as_str().map(str::to_owned)),
        about_id: fact("about").and_then(|value| serde_json::from_value(value).ok()),
        rule_key: fact("rule_key").and_then(|value| value.as_str().map(str::to_owned)),
        due_at: fact("due_at").and_then(|value| value.as_i64()).map(Instant),
        caller_name: fact("caller_id")
            .and_then(|value| serde_json::from_value(value).ok())
            .and_then(|caller: PersonId| names.get(&caller).cloned()),
        number: fact("number").and_then(|value| value.as_str().map(str::to_owned)),
        kind: alert.kind,
        subject_kind: alert.subject_kind,
        subject_id: alert.subject,
        post_id: alert.post,
        raised_at: alert.raised_at,
        answered_at: alert.answered_at,
        answered_by_name: alert.answered_by.and_then(|id| names.get(&id).cloned()),
        answer: alert.answer.and_then(|word| word.parse().ok()),
    }
}

/// An answer.
#[derive(Debug, Deserialize, ToSchema)]
pub struct AnswerAlertRequest {
    /// What the person does about it.
    pub answer: AlertAnswer,
}

/// Answers an alert. By “received” this one stops ringing; by “coming” and “by phone” the whole
/// call does, for everybody. The first answer counts; who comes to an empty post owes to arrive.
#[utoipa::path(post, path = "/api/c/{community}/alerts/{alert}/answer",
    operation_id = "answer_alert", tag = "notify",
    params(("community" = String, Path), ("alert" = String, Path)),
    request_body = AnswerAlertRequest,
    responses((status = 204), (status = 422, body = Problem)))]
pub async fn answer_alert(
    State(app): State<App>,
    signed_in: SignedIn,
    Path((community, alert)): Path<(CommunityId, AlertId)>,
    IdempotencyKey(key): IdempotencyKey,
    Body(request): Body<AnswerAlertRequest>,
) -> Result<axum::http::StatusCode, Failure> {
    let ears = ears_of(&app, &signed_in, community).await?;
    let action = AnswerAlert {
        alert,
        answer: request.answer,
        ears,
    };
    app.perform(&signed_in, community, key, &action).await?;
    Ok(axum::http::StatusCode::NO_CONTENT)
}
