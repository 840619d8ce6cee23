//! The interface of the duty log.

use std::collections::BTreeMap;

use axum::Json;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use zhishou_base::{CommunityId, Date, DutyId, Instant, LocalTime, PersonId, PostId, SubjectId};
use zhishou_platform::ledger::{LedgerLine, LogRange, entries_of_post};
use zhishou_platform::{AppError, Conn};
use zhishou_rules::access::Verb;
use zhishou_rules::dutylog::{LogSection, is_late, write_entry};

use super::actions::{CorrectEntry, WriteEntry};
use super::store;
use crate::access::{ActingPerson, SignedIn};
use crate::action::Action as _;
use crate::action::Circumstances;
use crate::app::App;
use crate::http::{Body, Failure, IdempotencyKey, InCommunity, Problem};
use crate::lists::{MOST_ROWS, Page};
use crate::{coverage, people};

/// One line of the log. The screen makes the sentence from `verb` and `facts`.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
pub struct LogLine {
    /// Position in the ledger.
    pub seq: i64,
    /// When it happened.
    pub happened_at: Instant,
    /// When it was entered.
    pub recorded_at: Instant,
    /// A late entry 补录: both times are shown.
    pub late: bool,
    /// `staff`, `engine` or `operator`.
    pub actor_kind: String,
    /// Who acted.
    pub person_id: Option<PersonId>,
    /// The name of who acted.
    pub person_name: Option<String>,
    /// The duty it belongs to.
    pub duty_id: Option<DutyId>,
    /// What it is about.
    pub subject_kind: String,
    /// Which one.
    pub subject_id: SubjectId,
    /// What happened, such as `coverage.signed_in`.
    pub verb: String,
    /// The facts, by name.
    #[schema(value_type = BTreeMap<String, Object>)]
    pub facts: serde_json::Map<String, serde_json::Value>,
    /// What people said, by name; null when it was erased by the privacy procedure.
    pub texts: BTreeMap<String, Option<String>>,
    /// The entry it corrects.
    pub corrects_seq: Option<i64>,
    /// The entry that corrects it.
    pub corrected_by_seq: Option<i64>,
}

/// Which part of the log.
#[derive(Debug, Deserialize, IntoParams)]
pub struct LogQuery {
    /// The post.
    pub post_id: PostId,
    /// One duty; absent: a whole date.
    pub duty_id: Option<DutyId>,
    /// A local date; absent: today.
    pub date: Option<Date>,
    /// Continues a list.
    pub cursor: Option<String>,
    /// Rows of a page, at most 200.
    pub limit: Option<i64>,
}

/// The log of a post by duty or date, newest first.
#[utoipa::path(get, path = "/api/c/{community}/dutylog", operation_id = "list_duty_log",
    tag = "dutylog", params(("community" = String, Path), LogQuery),
    responses((status = 200, body = Page<LogLine>), (status = 403, body = Problem)))]
pub async fn list_duty_log(
    State(app): State<App>,
    signed_in: SignedIn,
    InCommunity(community): InCommunity,
    Query(query): Query<LogQuery>,
) -> Result<Json<Page<LogLine>>, Failure> {
    signed_in.require(community, Verb::ReadDutyLog)?;
    let now = app.platform().now();
    let mut reader = app.platform().read().await?;
    let mut range = range_of(&mut reader, community, &query, now).await?;
    let rows = range.limit;
    range.limit = rows + 1;
    let mut lines = entries_of_post(&mut reader, community, range).await?;
    let more = i64::try_from(lines.len()).unwrap_or(i64::MAX) > rows;
    lines.truncate(usize::try_from(rows).unwrap_or(0));
    let next_cursor = lines
        .last()
        .filter(|_| more)
        .map(|last| format!("{}.{}", last.happened_at.0, last.seq));
    let items = shown(&mut reader, &signed_in, community, lines).await?;
    Ok(Json(Page { items, next_cursor }))
}

async fn range_of(
    conn: &mut Conn,
    community: CommunityId,
    query: &LogQuery,
    now: Instant,
) -> Result<LogRange, AppError> {
    let (from, to) = match query.duty_id {
        Some(id) => {
            let found = coverage::duty_at(conn, community, id).await?;
            let stored = found.filter(|stored| stored.post == query.post_id);
            let stored = stored.ok_or(AppError::NotFound { what: "该班次" })?;
            (stored.duty.starts_at, stored.duty.ends_at)
        }
        None => {
            let offset = people::community(conn, community).await?.offset;
            let date = query.date.unwrap_or_else(|| offset.date_of(now));
            (
                offset.instant(date, LocalTime::MIDNIGHT),
                offset.instant(date, LocalTime::END_OF_DAY),
            )
        }
    };
    Ok(LogRange {
        post: query.post_id,
        duty: query.duty_id,
        from,
        to,
        before: query.cursor.as_deref().map(read_cursor).transpose()?,
        limit: query.limit.unwrap_or(50).clamp(1, MOST_ROWS),
    })
}

fn read_cursor(cursor: &str) -> Result<(Instant, i64), AppError> {
    let wrong = || AppError::invalid("/cursor", "翻页标记无效，请从第一页重新打开列表");
    let (at, seq) = cursor.split_once('.').ok_or_else(wrong)?;
    let at = at.parse().map_err(|_| wrong())?;
    let seq = seq.parse().map_err(|_| wrong())?;
    Ok((Instant(at), seq))
}

/// Texts that a duty log shows. Names and numbers of residents are not among
/// them: these are looked at where they belong, and each look is recorded.
const SHOWN_TEXTS: [&str; 8] = [
    "content",
    "reason",
    "outcome",
    "note",
    "explanation",
    "remark",
    "reply",
    "handling",
];

async fn shown(
    conn: &mut Conn,
    signed_in: &SignedIn,
    community: CommunityId,
    lines: Vec<LedgerLine>,
) -> Result<Vec<LogLine>, AppError> {
    let names = people::names(conn, community).await?;
    let seqs = || lines.iter().map(|line| line.seq);
    let (first, last) = (seqs().min().unwrap_or(0), seqs().max().unwrap_or(0));
    let corrections = store::corrections_between(conn, community, first, last).await?;
    let reads_desk = signed_in.may(community, Verb::ReadDesk);
    Ok(lines
        .into_iter()
        .map(|line| {
            let from_desk = ["desk.", "publicmatter.", "externalcase."]
                .iter()
                .any(|family| line.verb.starts_with(family));
            let (facts, texts) = facts_and_texts(line.body, reads_desk || !from_desk);
            let correcting = corrections.iter().find(|known| known.by == line.seq);
            let corrected = corrections.iter().find(|known| known.corrected == line.seq);
            LogLine {
                seq: line.seq,
                happened_at: line.happened_at,
                recorded_at: line.recorded_at,
                late: is_late(line.happened_at, line.recorded_at),
                actor_kind: line.actor_kind,
                person_id: line.person,
                person_name: line.person.and_then(|person| names.get(&person).cloned()),
                duty_id: line.duty,
                subject_kind: line.subject_kind,
                subject_id: line.subject,
                verb: line.verb,
                facts,
                texts,
                corrects_seq: correcting.map(|known| known.corrected),
                corrected_by_seq: corrected.map(|known| known.by),
            }
        })
        .collect())
}

type Facts = serde_json::Map<String, serde_json::Value>;

fn facts_and_texts(
    body: serde_json::Value,
    with_texts: bool,
) -> (Facts, BTreeMap<String, Option<String>>) {
    let serde_json::Value::Object(mut facts) = body else {
        return (Facts::new(), BTreeMap::new());
    };
    let secrets = match facts.remove("secrets") {
        Some(serde_json::Value::Object(secrets)) if with_texts => secrets,
        _ => Facts::new(),
    };
    let texts = secrets
        .into_iter()
        .filter(|(name, _)| SHOWN_TEXTS.contains(&name.as_str()))
        .map(|(name, text)| (name, text.as_str().map(str::to_owned)))
        .collect();
    (facts, texts)
}

/// An entry by hand.
#[derive(Debug, Deserialize, ToSchema)]
pub struct WriteEntryRequest {
    /// Who writes.
    #[serde(flatten)]
    pub acting: ActingPerson,
    /// The post whose log it is.
    pub post_id: PostId,
    /// The part of the log.
    #[serde(default = "general")]
    pub section: LogSection,
    /// What happened.
    pub text: String,
    /// When it happened, when that was earlier: a late entry 补录.
    #[serde(default)]
    pub happened_at: Option<Instant>,
}

fn general() -> LogSection {
    LogSection::General
}

/// Where an entry stands.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
pub struct EntryWritten {
    /// Position in the ledger.
    pub seq: i64,
}

/// Writes in the duty log.
#[utoipa::path(post, path = "/api/c/{community}/dutylog", operation_id = "write_duty_log_entry",
    tag = "dutylog", params(("community" = String, Path)),
    request_body = WriteEntryRequest,
    responses((status = 201, body = EntryWritten), (status = 422, body = Problem)))]
pub async fn write_duty_log_entry(
    State(app): State<App>,
    signed_in: SignedIn,
    InCommunity(community): InCommunity,
    IdempotencyKey(client_id): IdempotencyKey,
    Body(request): Body<WriteEntryRequest>,
) -> Result<(StatusCode, Json<EntryWritten>), Failure> {
    signed_in.require(community, WriteEntry::VERB)?;
    let person = request.acting.prove(&app, &signed_in, community).await?;
    // An act moves a future time to now, so the rule has to see it before.
    write_entry(&request.text, request.happened_at, app.platform().now())
        .map_err(AppError::from)?;
    let action = WriteEntry {
        post: request.post_id,
        person,
        section: request.section,
        text: request.text,
    };
    let circumstances = Circumstances {
        client_id,
        happened_at: request.happened_at,
    };
    let seq = app
        .perform_as(&signed_in, community, circumstances, &action)
        .await?;
    Ok((StatusCode::CREATED, Json(EntryWritten { seq })))
}

/// A correction.
#[derive(Debug, Deserialize, ToSchema)]
pub struct CorrectEntryRequest {
    /// Who corrects.
    #[serde(flatten)]
    pub acting: ActingPerson,
    /// What is right.
    pub text: String,
}

/// Corrects an entry by a new one; the wrong one stays.
#[utoipa::path(post, path = "/api/c/{community}/dutylog/{seq}/correct",
    operation_id = "correct_duty_log_entry", tag = "dutylog",
    params(("community" = String, Path), ("seq" = i64, Path)),
    request_body = CorrectEntryRequest,
    responses((status = 201, body = EntryWritten), (status = 422, body = Problem)))]
pub async fn correct_duty_log_entry(
    State(app): State<App>,
    signed_in: SignedIn,
    Path((community, seq)): Path<(CommunityId, i64)>,
    IdempotencyKey(key): IdempotencyKey,
    Body(request): Body<CorrectEntryRequest>,
) -> Result<(StatusCode, Json<EntryWritten>), Failure> {
    signed_in.require(community, CorrectEntry::VERB)?;
    let person = request.acting.prove(&app, &signed_in, community).await?;
    let action = CorrectEntry {
        seq,
        person,
        text: request.text,
    };
    let seq = app.perform(&signed_in, community, key, &action).await?;
    Ok((StatusCode::CREATED, Json(EntryWritten { seq })))
}
