//! Writing the changes that a decision made.

use zhishou_base::{Instant, PersonId, PostId};
use zhishou_platform::{Act, DbError, sql};
use zhishou_rules::coverage::{Change, Departure, Hold, Holder, LineTransfer, Passing, Relief};

use super::duty::{json_text, mode_columns};
use crate::coverage::words::{departure_word, line_word, passing_word, relief_word};

/// Writes one change as [`zhishou_rules::coverage::Board::apply`] makes it.
pub async fn save_change(
    act: &mut Act,
    change: &Change,
    holder: Option<PersonId>,
) -> Result<(), DbError> {
    match change {
        Change::SignedIn { sign_in, .. } => {
            let community = act.community();
            sql(
                "INSERT INTO sign_in (community_id, duty_id, person_id, signed_in_at) \
                 VALUES ($1, $2, $3, $4)",
            )
            .bind(community)
            .bind(sign_in.duty)
            .bind(sign_in.person)
            .bind(sign_in.at)
            .run(act)
            .await?;
            Ok(())
        }
        Change::HoldClosed { post, seq, at, by } => close_hold(act, *post, *seq, *at, *by).await,
        Change::HoldOpened { post, hold } => open_hold(act, *post, hold).await,
        Change::Arrived { post, person, at } => arrive(act, *post, *person, *at).await,
        Change::Departed {
            post,
            person,
            at,
            why,
        } => depart(act, *post, *person, *at, *why).await,
        Change::UnattendedBegan { post, at } => begin_unattended(act, *post, *at, holder).await,
        Change::UnattendedEnded { post, at, .. } => {
            let community = act.community();
            sql("UPDATE unattended SET to_at = $1 \
                 WHERE community_id = $2 AND post_id = $3 AND to_at IS NULL")
            .bind(*at)
            .bind(community)
            .bind(*post)
            .run(act)
            .await?;
            Ok(())
        }
        Change::ReliefMoved { relief } => save_relief(act, relief).await,
        Change::LineMoved { line } => save_line(act, line).await,
    }
}

async fn close_hold(
    act: &mut Act,
    post: PostId,
    seq: i64,
    at: Instant,
    by: Passing,
) -> Result<(), DbError> {
    let community = act.community();
    sql("UPDATE post_hold SET to_at = $1, ended_by = $2 \
         WHERE community_id = $3 AND post_id = $4 AND seq = $5 AND to_at IS NULL")
    .bind(at)
    .bind(passing_word(by))
    .bind(community)
    .bind(post)
    .bind(seq)
    .run(act)
    .await?;
    Ok(())
}

async fn open_hold(act: &mut Act, post: PostId, hold: &Hold) -> Result<(), DbError> {
    let community = act.community();
    let (person, via) = match hold.holder {
        Holder::Person(person) => (Some(person), None),
        Holder::Post(via) => (None, Some(via)),
    };
    let (mode, response) = mode_columns(hold.mode);
    sql(
        "INSERT INTO post_hold (community_id, post_id, seq, from_at, person_id, via_post_id, \
         mode, response_minutes, duty_id, began_by) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
    )
    .bind(community)
    .bind(post)
    .bind(hold.seq)
    .bind(hold.from_at)
    .bind(person)
    .bind(via)
    .bind(mode)
    .bind(response)
    .bind(hold.duty)
    .bind(passing_word(hold.began_by))
    .run(act)
    .await?;
    Ok(())
}

async fn arrive(act: &mut Act, post: PostId, person: PersonId, at: Instant) -> Result<(), DbError> {
    let community = act.community();
    let id: zhishou_base::HoldId = act.new_id();
    sql(
        "INSERT INTO presence (community_id, id, post_id, person_id, from_at) \
         VALUES ($1, $2, $3, $4, $5)",
    )
    .bind(community)
    .bind(id)
    .bind(post)
    .bind(person)
    .bind(at)
    .run(act)
    .await?;
    Ok(())
}

async fn depart(
    act: &mut Act,
    post: PostId,
    person: PersonId,
    at: Instant,
    why: Departure,
) -> Result<(), DbError> {
    let community = act.community();
    sql(
        "UPDATE presence SET to_at = $1, why_left = $2 WHERE community_id = $3 \
         AND post_id = $4 AND person_id = $5 AND to_at IS NULL",
    )
    .bind(at)
    .bind(departure_word(why))
    .bind(community)
    .bind(post)
    .bind(person)
    .run(act)
    .await?;
    Ok(())
}

async fn begin_unattended(
    act: &mut Act,
    post: PostId,
    at: Instant,
    holder: Option<PersonId>,
) -> Result<(), DbError> {
    let community = act.community();
    let id: zhishou_base::HoldId = act.new_id();
    sql(
        "INSERT INTO unattended (community_id, id, post_id, from_at, holder_id) \
         VALUES ($1, $2, $3, $4, $5)",
    )
    .bind(community)
    .bind(id)
    .bind(post)
    .bind(at)
    .bind(holder)
    .run(act)
    .await?;
    Ok(())
}

async fn save_relief(act: &mut Act, relief: &Relief) -> Result<(), DbError> {
    let community = act.community();
    sql(
        "INSERT INTO relief (community_id, id, post_id, asker_id, asked_id, reason, emergency, \
         asked_at, approved_by, state, state_json) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) \
         ON CONFLICT (community_id, id) DO UPDATE SET asked_id = excluded.asked_id, \
         emergency = excluded.emergency, approved_by = excluded.approved_by, \
         state = excluded.state, state_json = excluded.state_json",
    )
    .bind(community)
    .bind(relief.id)
    .bind(relief.post)
    .bind(relief.asker)
    .bind(relief.asked)
    .bind(&relief.reason)
    .bind(relief.emergency)
    .bind(relief.asked_at)
    .bind(relief.approved_by)
    .bind(relief_word(&relief.state))
    .bind(json_text(&relief.state))
    .run(act)
    .await?;
    Ok(())
}

async fn save_line(act: &mut Act, line: &LineTransfer) -> Result<(), DbError> {
    let community = act.community();
    sql(
        "INSERT INTO line_transfer (community_id, post_id, seq, to_post_id, given_by, given_at, \
         state, state_json) VALUES ($1, $2, $3, $4, $5, $6, $7, $8) \
         ON CONFLICT (community_id, post_id, seq) DO UPDATE SET state = excluded.state, \
         state_json = excluded.state_json",
    )
    .bind(community)
    .bind(line.post)
    .bind(line.seq)
    .bind(line.to_post)
    .bind(line.given_by)
    .bind(line.given_at)
    .bind(line_word(&line.state))
    .bind(json_text(&line.state))
    .run(act)
    .await?;
    Ok(())
}
