//! Accounts, memberships and sessions as stored.
//!
//! Names and roles are read from the directory tables `community`, `person`
//! and `person_role`: a session must know them at every request.

use zhishou_base::{AccountId, CommunityId, Date, Instant, PersonId, UtcOffset};
use zhishou_platform::{AppError, Conn, DbError, PasswordHash, Record, Row, sql};

use super::account::NewAccount;
use super::accounts_http::AccountLine;
use super::signed_in::Membership;

mod employment;
mod sessions;
mod setup_links;
mod throttles;

pub use employment::*;
pub use sessions::*;
pub use setup_links::*;
pub use throttles::*;

/// An account as stored.
pub struct Account {
    pub id: AccountId,
    pub login: String,
    pub phone: Option<String>,
    pub password: PasswordHash,
    pub pin: Option<PasswordHash>,
    pub password_is_initial: bool,
    pub disabled: bool,
}

impl Account {
    /// What its owner signs in with.
    pub fn names(&self) -> [&str; 2] {
        [&self.login, self.phone.as_deref().unwrap_or_default()]
    }
}

impl Record for Account {
    fn from_row(row: &Row) -> Result<Self, DbError> {
        Ok(Self {
            id: row.get("id")?,
            login: row.get("login")?,
            phone: row.get("phone")?,
            password: PasswordHash(row.get("password_hash")?),
            pin: row.get::<Option<String>>("pin_hash")?.map(PasswordHash),
            password_is_initial: row.get("password_is_initial")?,
            disabled: row.get::<Option<Instant>>("disabled_at")?.is_some(),
        })
    }
}

/// The account of a login name or phone number.
pub async fn account_by_login(conn: &mut Conn, login: &str) -> Result<Option<Account>, AppError> {
    Ok(sql(
        "SELECT id, login, phone, password_hash, pin_hash, password_is_initial, disabled_at \
            FROM account WHERE login = $1 OR phone = $2",
    )
    .bind(login)
    .bind(login)
    .optional(conn)
    .await?)
}

/// The account of an id.
pub async fn account(conn: &mut Conn, id: AccountId) -> Result<Option<Account>, AppError> {
    Ok(sql(
        "SELECT id, login, phone, password_hash, pin_hash, password_is_initial, disabled_at \
            FROM account WHERE id = $1",
    )
    .bind(id)
    .optional(conn)
    .await?)
}

/// The account that a person signs in with.
pub async fn account_of_person(
    conn: &mut Conn,
    community: CommunityId,
    person: PersonId,
) -> Result<Option<Account>, AppError> {
    Ok(sql(
        "SELECT a.id, a.login, a.phone, a.password_hash, a.pin_hash, a.password_is_initial, \
            a.disabled_at FROM account a JOIN membership m ON m.account_id = a.id \
            WHERE m.community_id = $1 AND m.person_id = $2",
    )
    .bind(community)
    .bind(person)
    .optional(conn)
    .await?)
}

/// Whether any account exists at all.
pub async fn any_account(conn: &mut Conn) -> Result<bool, AppError> {
    let (count,): (i64,) = sql("SELECT COUNT(*) AS value FROM account")
        .one(conn)
        .await?;
    Ok(count > 0)
}

struct MembershipRow(Membership, Option<Date>);

impl Record for MembershipRow {
    fn from_row(row: &Row) -> Result<Self, DbError> {
        Ok(Self(
            Membership {
                community: row.get("community_id")?,
                community_name: row.get("community_name")?,
                utc_offset_minutes: row.get("utc_offset_minutes")?,
                person: row.get("person_id")?,
                person_name: row.get("person_name")?,
                roles: Vec::new(),
            },
            row.get("left_on")?,
        ))
    }
}

/// Who an account is, in each of its communities; people who have left are nobody.
pub async fn memberships(
    conn: &mut Conn,
    account: AccountId,
    now: Instant,
) -> Result<Vec<Membership>, AppError> {
    let rows: Vec<MembershipRow> = sql("SELECT m.community_id, c.name AS community_name, \
         c.utc_offset_minutes, m.person_id, p.name AS person_name, p.left_on FROM membership m \
         JOIN community c ON c.id = m.community_id \
         JOIN person p ON p.community_id = m.community_id AND p.id = m.person_id \
         WHERE m.account_id = $1 ORDER BY c.name, m.community_id")
    .bind(account)
    .all(conn)
    .await?;
    let mut memberships = Vec::new();
    for MembershipRow(mut membership, left_on) in rows {
        let today = UtcOffset(membership.utc_offset_minutes).date_of(now);
        if left_on.is_some_and(|left_on| left_on < today) {
            continue;
        }
        let roles: Vec<RoleRow> = sql("SELECT role FROM person_role \
             WHERE community_id = $1 AND person_id = $2 ORDER BY role")
        .bind(membership.community)
        .bind(membership.person)
        .all(conn)
        .await?;
        membership.roles = roles.into_iter().map(|RoleRow(role)| role).collect();
        memberships.push(membership);
    }
    Ok(memberships)
}

struct RoleRow(zhishou_rules::access::Role);

impl Record for RoleRow {
    fn from_row(row: &Row) -> Result<Self, DbError> {
        Ok(Self(row.parse("role")?))
    }
}

/// The accounts of a community's people, by name.
pub async fn accounts_of(
    conn: &mut Conn,
    community: CommunityId,
) -> Result<Vec<AccountLine>, AppError> {
    Ok(sql(
        "SELECT a.id, a.login, a.pin_hash, a.disabled_at, m.person_id, p.name \
            FROM membership m JOIN account a ON a.id = m.account_id \
            JOIN person p ON p.community_id = m.community_id AND p.id = m.person_id \
            WHERE m.community_id = $1 ORDER BY a.login, a.id",
    )
    .bind(community)
    .all(conn)
    .await?)
}

/// Stores a new account and the person it is in a community.
pub async fn add_account(
    conn: &mut Conn,
    community: CommunityId,
    id: AccountId,
    new: &NewAccount,
    hashes: (&PasswordHash, Option<&PasswordHash>),
    at: Instant,
) -> Result<(), AppError> {
    sql(
        "INSERT INTO account (id, login, phone, password_hash, pin_hash, password_is_initial, \
         created_at) VALUES ($1, $2, $3, $4, $5, $6, $7)",
    )
    .bind(id)
    .bind(&new.login)
    .bind(new.phone.as_deref())
    .bind(&hashes.0.0)
    .bind(hashes.1.map(|hash| hash.0.clone()))
    .bind(new.password_is_initial())
    .bind(at)
    .run(conn)
    .await?;
    sql("INSERT INTO membership (community_id, account_id, person_id) VALUES ($1, $2, $3)")
        .bind(community)
        .bind(id)
        .bind(new.person)
        .run(conn)
        .await?;
    Ok(())
}

/// Stores a new password.
pub async fn set_password(
    conn: &mut Conn,
    account: AccountId,
    hash: &PasswordHash,
    initial: bool,
) -> Result<(), AppError> {
    sql("UPDATE account SET password_hash = $1, password_is_initial = $2 WHERE id = $3")
        .bind(&hash.0)
        .bind(initial)
        .bind(account)
        .run(conn)
        .await?;
    Ok(())
}

/// Stores a new PIN.
pub async fn set_pin(
    conn: &mut Conn,
    account: AccountId,
    hash: &PasswordHash,
) -> Result<(), AppError> {
    sql("UPDATE account SET pin_hash = $1 WHERE id = $2")
        .bind(&hash.0)
        .bind(account)
        .run(conn)
        .await?;
    Ok(())
}

/// Lets an account no longer sign in from an instant on; `None` lets it again.
pub async fn set_disabled(
    conn: &mut Conn,
    account: AccountId,
    at: Option<Instant>,
) -> Result<(), AppError> {
    sql("UPDATE account SET disabled_at = $1 WHERE id = $2")
        .bind(at)
        .bind(account)
        .run(conn)
        .await?;
    Ok(())
}
