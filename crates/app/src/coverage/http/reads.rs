//! Who is on post, and what is asked of me.

use axum::Json;
use axum::extract::State;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use zhishou_base::{Instant, LocalTime, PersonId, PostId, ReliefId};
use zhishou_rules::access::Verb;
use zhishou_rules::coverage::Board;

use super::super::store;
use super::super::views::{
    DutyView, LineView, ReliefView, Standing, duty_view, line_view, relief_view, standing_of,
};
use crate::access::SignedIn;
use crate::app::App;
use crate::http::{Failure, InCommunity, Problem};
use crate::people;

/// All posts of a community now.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
pub struct CoverageView {
    /// The instant it shows.
    pub now_at: Instant,
    /// The posts.
    pub posts: Vec<PostCoverage>,
    /// Names of the persons mentioned.
    pub people: Vec<PersonName>,
}

/// One post with the day's figure.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
pub struct PostCoverage {
    /// How it stands.
    #[serde(flatten)]
    pub standing: Standing,
    /// Minutes nobody was there, since midnight.
    pub unattended_minutes_today: i64,
}

/// A person's name.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
pub struct PersonName {
    /// Who.
    pub person_id: PersonId,
    /// The name.
    pub name: String,
}

/// Who holds each post, who is there, what is missing and who can fill it.
#[utoipa::path(get, path = "/api/c/{community}/coverage", operation_id = "show_coverage",
    tag = "coverage", params(("community" = String, Path)),
    responses((status = 200, body = CoverageView), (status = 403, body = Problem)))]
pub async fn show_coverage(
    State(app): State<App>,
    signed_in: SignedIn,
    InCommunity(community): InCommunity,
) -> Result<Json<CoverageView>, Failure> {
    signed_in.require(community, Verb::ReadCoverage)?;
    let now = app.platform().now();
    let mut reader = app.platform().read().await?;
    let offset = people::community(&mut reader, community).await?.offset;
    let midnight = offset.instant(offset.date_of(now), LocalTime::MIDNIGHT);
    let board = store::load_board(&mut reader, community, now).await?;
    let minutes = store::unattended_minutes(&mut reader, community, midnight, now).await?;
    // In the order of the community's list: the desk first.
    let posts = people::posts(&mut reader, community)
        .await?
        .iter()
        .filter(|post| board.posts.contains_key(&post.id))
        .map(|post| PostCoverage {
            standing: standing_of(&board, post.id, now),
            unattended_minutes_today: minutes
                .iter()
                .find(|(known, _)| *known == post.id)
                .map_or(0, |(_, length)| length.whole_minutes()),
        })
        .collect();
    let people = names(&mut reader, community, &board).await?;
    Ok(Json(CoverageView {
        now_at: now,
        posts,
        people,
    }))
}

async fn names(
    conn: &mut zhishou_platform::Conn,
    community: zhishou_base::CommunityId,
    board: &Board,
) -> Result<Vec<PersonName>, Failure> {
    let names = people::names(conn, community).await?;
    Ok(names
        .into_iter()
        .filter(|(person, _)| board.people.contains_key(person))
        .map(|(person_id, name)| PersonName { person_id, name })
        .collect())
}

/// What is mine on duty.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
pub struct MyDuty {
    /// Who I am.
    pub person_id: PersonId,
    /// The instant it shows.
    pub now_at: Instant,
    /// The posts I hold.
    pub holds: Vec<Standing>,
    /// The posts I am at.
    pub present_at_post_ids: Vec<PostId>,
    /// My shifts, the running one first.
    pub shifts: Vec<MyShift>,
    /// Reliefs I am asked for, or that everybody who may stand in is asked for.
    pub asked_reliefs: Vec<ReliefView>,
    /// Of these, the ones that I would answer from the post I hold, without coming.
    pub from_own_post_relief_ids: Vec<ReliefId>,
    /// Reliefs I must still confirm.
    pub to_confirm: Vec<ReliefView>,
    /// Reliefs I asked for that wait or run.
    pub my_reliefs: Vec<ReliefView>,
    /// Lines that wait for me to take them.
    pub asked_lines: Vec<LineView>,
    /// Names of the persons mentioned.
    pub people: Vec<PersonName>,
}

/// One of my shifts.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
pub struct MyShift {
    /// The post.
    pub post_id: PostId,
    /// Its name.
    pub post_name: String,
    /// The duty.
    #[serde(flatten)]
    pub duty: DutyView,
    /// Whether I can sign in now.
    pub can_sign_in: bool,
}

/// My next shifts, my post, and what is asked of me.
#[utoipa::path(get, path = "/api/c/{community}/coverage/mine", operation_id = "show_my_duty",
    tag = "coverage", params(("community" = String, Path)),
    responses((status = 200, body = MyDuty), (status = 403, body = Problem)))]
pub async fn show_my_duty(
    State(app): State<App>,
    signed_in: SignedIn,
    InCommunity(community): InCommunity,
) -> Result<Json<MyDuty>, Failure> {
    signed_in.require(community, Verb::ReadCoverage)?;
    let me = signed_in.person_in(community)?;
    let now = app.platform().now();
    let mut reader = app.platform().read().await?;
    let board = store::load_board(&mut reader, community, now).await?;
    let people = names(&mut reader, community, &board).await?;
    Ok(Json(my_duty(&board, me, now, people)))
}

fn my_duty(board: &Board, me: PersonId, now: Instant, people: Vec<PersonName>) -> MyDuty {
    let reliefs: Vec<ReliefView> = board
        .posts
        .values()
        .flat_map(|state| {
            state
                .reliefs
                .iter()
                .map(move |relief| relief_view(relief, state))
        })
        .collect();
    let pick = |wanted: &dyn Fn(&ReliefView) -> bool| -> Vec<ReliefView> {
        reliefs
            .iter()
            .filter(|relief| wanted(relief))
            .cloned()
            .collect()
    };
    // Who must not leave a post answers an emergency from there, where the line may go.
    let from_own_post =
        |relief: &ReliefView| relief.emergency && board.answers_from_own_post(me, relief.post_id);
    let asked = |relief: &ReliefView| {
        relief.reliever_id.is_none()
            && relief.asker_id != me
            && match relief.asked_id {
                Some(asked) => asked == me,
                None => {
                    board.may_stand(relief.post_id, me, now)
                        && (board.is_free_for(me, relief.post_id) || from_own_post(relief))
                }
            }
    };
    let lines = board.posts.values().filter_map(line_view).filter(|line| {
        line.accepted_at.is_none()
            && zhishou_rules::coverage::answers_for(board, line.to_post_id) == Some(me)
    });
    MyDuty {
        person_id: me,
        now_at: now,
        holds: board
            .held_by(me)
            .into_iter()
            .map(|post| standing_of(board, post, now))
            .collect(),
        present_at_post_ids: board.present_at(me),
        shifts: my_shifts(board, me, now),
        asked_reliefs: pick(&asked),
        from_own_post_relief_ids: pick(&|relief| asked(relief) && from_own_post(relief))
            .iter()
            .map(|relief| relief.relief_id)
            .collect(),
        to_confirm: pick(&|relief| {
            relief.reliever_id == Some(me) && relief.confirm_by_at.is_some()
        }),
        my_reliefs: pick(&|relief| relief.asker_id == me),
        asked_lines: lines.collect(),
        people,
    }
}

fn my_shifts(board: &Board, me: PersonId, now: Instant) -> Vec<MyShift> {
    use zhishou_rules::coverage::is_mine;
    let mut shifts: Vec<MyShift> = Vec::new();
    for (post, state) in &board.posts {
        let mine = state.duties.iter().filter(|duty| {
            let named = duty.assigned.contains(&me) || is_mine(board, state, duty, me);
            duty.ends_at > now && (named || state.signed_in_for(me, duty.id))
        });
        shifts.extend(mine.map(|duty| MyShift {
            post_id: *post,
            post_name: state.rules.name.clone(),
            duty: duty_view(state, duty),
            can_sign_in: is_mine(board, state, duty, me)
                && duty.sign_in_opens_at() <= now
                && !state.signed_in_for(me, duty.id),
        }));
    }
    shifts.sort_by_key(|shift| (shift.duty.starts_at, shift.post_id));
    shifts
}
