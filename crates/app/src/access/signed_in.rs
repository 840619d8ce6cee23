//! The person behind a request.

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use zhishou_base::{AccountId, Actor, ActorKind, CommunityId, DeviceId, PersonId, SessionId};
use zhishou_platform::AppError;
use zhishou_rules::access::{Role, Verb, may};

use super::session;
use crate::app::App;
use crate::http::Failure;

/// A signed-in person with their roles, as they are at this request.
#[derive(Debug, Clone)]
pub struct SignedIn {
    /// The session.
    pub session: SessionId,
    /// The account.
    pub account: AccountId,
    /// The browser or terminal.
    pub device: DeviceId,
    /// The communities the person works in.
    pub memberships: Vec<Membership>,
}

/// Who an account is in one community.
#[derive(Debug, Clone)]
pub struct Membership {
    /// The community.
    pub community: CommunityId,
    /// Its name.
    pub community_name: String,
    /// Minutes its clock is ahead of UTC.
    pub utc_offset_minutes: i32,
    /// The person.
    pub person: PersonId,
    /// The person's name.
    pub person_name: String,
    /// The person's roles there.
    pub roles: Vec<Role>,
}

impl SignedIn {
    /// The person's membership of a community.
    ///
    /// # Errors
    /// `NotFound` for a community the person does not work in, whether it exists or not.
    pub fn member_of(&self, community: CommunityId) -> Result<&Membership, AppError> {
        self.memberships
            .iter()
            .find(|membership| membership.community == community)
            .ok_or(AppError::NotFound { what: "该小区" })
    }

    /// The person in a community.
    ///
    /// # Errors
    /// As [`Self::member_of`].
    pub fn person_in(&self, community: CommunityId) -> Result<PersonId, AppError> {
        Ok(self.member_of(community)?.person)
    }

    /// Whether one of the person's roles in a community includes a verb.
    pub fn may(&self, community: CommunityId, verb: Verb) -> bool {
        self.member_of(community)
            .is_ok_and(|member| member.roles.iter().any(|role| may(*role, verb)))
    }

    /// Asks for a verb.
    ///
    /// # Errors
    /// `NotFound` outside the person's communities, else `Forbidden` without the verb.
    pub fn require(&self, community: CommunityId, verb: Verb) -> Result<(), AppError> {
        self.member_of(community)?;
        if self.may(community, verb) {
            return Ok(());
        }
        Err(lacks(verb))
    }

    /// The person as the actor of an act in a community.
    pub fn actor_in(&self, community: CommunityId) -> Actor {
        Actor {
            kind: ActorKind::Staff,
            account: Some(self.account),
            person: self.person_in(community).ok(),
            post: None,
            device: Some(self.device),
        }
    }

    /// Looks at session and roles again; `None` when the session has ended.
    ///
    /// # Errors
    /// The database failed.
    pub async fn refreshed(&self, app: &App) -> Result<Option<Self>, AppError> {
        session::by_id(app, self.session).await
    }
}

impl FromRequestParts<App> for SignedIn {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Failure> {
        let token = session::cookie(&parts.headers, session::SESSION_COOKIE)
            .ok_or(Failure::SignInNeeded)?;
        session::by_token(app, &token)
            .await?
            .ok_or(Failure::SignInNeeded)
    }
}

/// What somebody hears who asks for what their roles do not give.
pub fn lacks(verb: Verb) -> AppError {
    AppError::forbidden(format!("您的岗位没有此项权限({verb})，请联系主管或管理员"))
}
