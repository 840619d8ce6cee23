//! Loading the board: everything that a decision about coverage needs.

use std::collections::BTreeMap;

use zhishou_base::{CommunityId, Instant, PostId, Span};
use zhishou_platform::{AppError, Conn, DbError, Record, Row, sql};
use zhishou_rules::coverage::{
    Board, Hold, Holder, LineTransfer, PostState, Presence, Relief, SignIn,
};

use super::duty::{StoredDuty, duties_around, read_mode};
use crate::coverage::neighbours;
use crate::coverage::words::passing_of;
use crate::people;

/// How far back and ahead the board looks for duties.
const BACK: Span = Span::hours(24);
const AHEAD: Span = Span::hours(36);

/// The board as stored.
pub async fn load_board(
    conn: &mut Conn,
    community: CommunityId,
    now: Instant,
) -> Result<Board, AppError> {
    let mut board = Board {
        people: neighbours::roles_now(conn, community, now).await?,
        ..Board::default()
    };
    let duties = duties_around(conn, community, now - BACK, now + AHEAD).await?;
    for people::Post { id: post, name, .. } in people::posts(conn, community).await? {
        let own: Vec<&StoredDuty> = duties.iter().filter(|d| d.post == post).collect();
        let terms = own
            .iter()
            .rev()
            .find(|stored| stored.duty.starts_at <= now && stored.duty.within.is_none())
            .or(own.first())
            .map(|stored| stored.terms.clone())
            .unwrap_or_default();
        board
            .combinable
            .extend(terms.combines_with.iter().map(|other| (post, *other)));
        let state = PostState {
            rules: terms.rules(name),
            duties: own.into_iter().map(|stored| stored.duty.clone()).collect(),
            ..PostState::default()
        };
        board.posts.insert(post, state);
    }
    add_holds(conn, community, &mut board.posts).await?;
    add_presence(conn, community, &mut board.posts).await?;
    add_lending(conn, community, &mut board.posts).await?;
    add_sign_ins(conn, community, &mut board.posts).await?;
    Ok(board)
}

type Posts = BTreeMap<PostId, PostState>;

struct HoldRow {
    post: PostId,
    hold: Hold,
    to_at: Option<Instant>,
}

impl Record for HoldRow {
    fn from_row(row: &Row) -> Result<Self, DbError> {
        let holder = match row.get::<Option<_>>("person_id")? {
            Some(person) => Holder::Person(person),
            None => Holder::Post(row.get("via_post_id")?),
        };
        Ok(Self {
            post: row.get("post_id")?,
            to_at: row.get("to_at")?,
            hold: Hold {
                seq: row.get("seq")?,
                from_at: row.get("from_at")?,
                holder,
                mode: read_mode(row)?,
                duty: row.get("duty_id")?,
                began_by: passing_of(row, "began_by")?,
            },
        })
    }
}

/// The last hold of each post: open, or the one the post was closed with.
async fn add_holds(
    conn: &mut Conn,
    community: CommunityId,
    posts: &mut Posts,
) -> Result<(), DbError> {
    let rows: Vec<HoldRow> = sql(
        "SELECT h.post_id, h.seq, h.from_at, h.to_at, h.person_id, h.via_post_id, h.mode, \
         h.response_minutes, h.duty_id, h.began_by FROM post_hold h \
         WHERE h.community_id = $1 AND h.seq = (SELECT MAX(l.seq) FROM post_hold l \
             WHERE l.community_id = h.community_id AND l.post_id = h.post_id) \
         ORDER BY h.post_id",
    )
    .bind(community)
    .all(conn)
    .await?;
    let ends: Vec<Ended> = sql("SELECT post_id, MAX(to_at) AS to_at FROM post_hold \
         WHERE community_id = $1 AND to_at IS NOT NULL GROUP BY post_id ORDER BY post_id")
    .bind(community)
    .all(conn)
    .await?;
    for HoldRow { post, hold, to_at } in rows {
        let state = posts.entry(post).or_default();
        state.last_seq = hold.seq;
        state.hold = to_at.is_none().then_some(hold);
    }
    for Ended { post, to_at } in ends {
        posts.entry(post).or_default().last_closed_at = Some(to_at);
    }
    Ok(())
}

struct Ended {
    post: PostId,
    to_at: Instant,
}

impl Record for Ended {
    fn from_row(row: &Row) -> Result<Self, DbError> {
        Ok(Self {
            post: row.get("post_id")?,
            to_at: row.get("to_at")?,
        })
    }
}

struct Here {
    post: PostId,
    presence: Presence,
}

impl Record for Here {
    fn from_row(row: &Row) -> Result<Self, DbError> {
        let presence = Presence {
            person: row.get("person_id")?,
            from_at: row.get("from_at")?,
        };
        Ok(Self {
            post: row.get("post_id")?,
            presence,
        })
    }
}

struct Empty {
    post: PostId,
    from_at: Instant,
}

impl Record for Empty {
    fn from_row(row: &Row) -> Result<Self, DbError> {
        Ok(Self {
            post: row.get("post_id")?,
            from_at: row.get("from_at")?,
        })
    }
}

async fn add_presence(
    conn: &mut Conn,
    community: CommunityId,
    posts: &mut Posts,
) -> Result<(), DbError> {
    let here: Vec<Here> = sql("SELECT post_id, person_id, from_at FROM presence \
         WHERE community_id = $1 AND to_at IS NULL ORDER BY from_at, id")
    .bind(community)
    .all(conn)
    .await?;
    for Here { post, presence } in here {
        posts.entry(post).or_default().present.push(presence);
    }
    let empty: Vec<Empty> = sql("SELECT post_id, from_at FROM unattended \
         WHERE community_id = $1 AND to_at IS NULL ORDER BY post_id")
    .bind(community)
    .all(conn)
    .await?;
    for Empty { post, from_at } in empty {
        posts.entry(post).or_default().unattended_since = Some(from_at);
    }
    Ok(())
}

struct ReliefRow(Relief);

impl Record for ReliefRow {
    fn from_row(row: &Row) -> Result<Self, DbError> {
        Ok(Self(Relief {
            id: row.get("id")?,
            post: row.get("post_id")?,
            asker: row.get("asker_id")?,
            asked: row.get("asked_id")?,
            reason: row.get("reason")?,
            emergency: row.get("emergency")?,
            asked_at: row.get("asked_at")?,
            approved_by: row.get("approved_by")?,
            state: row.json("state_json")?,
        }))
    }
}

struct LineRow(LineTransfer);

impl Record for LineRow {
    fn from_row(row: &Row) -> Result<Self, DbError> {
        Ok(Self(LineTransfer {
            seq: row.get("seq")?,
            post: row.get("post_id")?,
            to_post: row.get("to_post_id")?,
            given_by: row.get("given_by")?,
            given_at: row.get("given_at")?,
            state: row.json("state_json")?,
        }))
    }
}

async fn add_lending(
    conn: &mut Conn,
    community: CommunityId,
    posts: &mut Posts,
) -> Result<(), DbError> {
    let reliefs: Vec<ReliefRow> = sql(
        "SELECT id, post_id, asker_id, asked_id, reason, emergency, asked_at, approved_by, \
         state_json FROM relief WHERE community_id = $1 AND (state = 'asked' OR state = 'accepted') \
         ORDER BY asked_at, id",
    )
    .bind(community)
    .all(conn)
    .await?;
    for ReliefRow(relief) in reliefs {
        posts.entry(relief.post).or_default().reliefs.push(relief);
    }
    let lines: Vec<LineRow> = sql(
        "SELECT t.post_id, t.seq, t.to_post_id, t.given_by, t.given_at, t.state_json \
         FROM line_transfer t WHERE t.community_id = $1 AND t.seq = (SELECT MAX(l.seq) \
             FROM line_transfer l WHERE l.community_id = t.community_id \
             AND l.post_id = t.post_id) ORDER BY t.post_id",
    )
    .bind(community)
    .all(conn)
    .await?;
    for LineRow(line) in lines {
        let state = posts.entry(line.post).or_default();
        state.last_line_seq = line.seq;
        state.line = line.is_live().then_some(line);
    }
    Ok(())
}

struct SignInRow(SignIn);

impl Record for SignInRow {
    fn from_row(row: &Row) -> Result<Self, DbError> {
        Ok(Self(SignIn {
            duty: row.get("duty_id")?,
            person: row.get("person_id")?,
            at: row.get("signed_in_at")?,
        }))
    }
}

async fn add_sign_ins(
    conn: &mut Conn,
    community: CommunityId,
    posts: &mut Posts,
) -> Result<(), DbError> {
    let Some(from) = posts
        .values()
        .flat_map(|state| &state.duties)
        .map(|d| d.starts_at)
        .min()
    else {
        return Ok(());
    };
    let rows: Vec<SignInRow> = sql(
        "SELECT s.duty_id, s.person_id, s.signed_in_at FROM sign_in s \
         JOIN duty d ON d.community_id = s.community_id AND d.id = s.duty_id \
         WHERE s.community_id = $1 AND d.starts_at >= $2 ORDER BY s.signed_in_at, s.person_id",
    )
    .bind(community)
    .bind(from)
    .all(conn)
    .await?;
    for SignInRow(sign_in) in rows {
        let owner = posts
            .values_mut()
            .find(|state| state.duty(sign_in.duty).is_some());
        if let Some(state) = owner {
            state.sign_ins.push(sign_in);
        }
    }
    Ok(())
}
