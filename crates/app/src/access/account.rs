//! Accounts: opened for a person, reset, disabled, enabled, unlocked. Each change is an act.

use serde::{Deserialize, Serialize};
use serde_json::json;
use zhishou_base::{AccountId, PersonId};
use zhishou_platform::{Act, AppError, Entry, FieldError, PasswordHash, hash_password};
use zhishou_rules::access::{ThrottleScope, Verb};

use super::sign_in::normal_login;
use super::store;
use crate::action::Action;
use crate::app::App;

/// What an account is opened with; secrets are hashed before the act.
#[derive(Debug, Clone, Serialize)]
pub struct NewAccount {
    /// The person who signs in with it.
    pub person: PersonId,
    /// Account name.
    pub login: String,
    /// Phone number to sign in with, instead of the name.
    pub phone: Option<String>,
    #[serde(skip)]
    password: Option<PasswordHash>,
    #[serde(skip)]
    pin: Option<PasswordHash>,
    password_is_initial: bool,
}

/// The shortest password.
const SHORTEST_PASSWORD: usize = 8;

/// What is wrong with a password, if anything.
pub fn check_password(password: &str) -> Result<(), AppError> {
    if password.chars().count() < SHORTEST_PASSWORD {
        return Err(AppError::invalid("/password", "密码至少 8 位"));
    }
    Ok(())
}

/// What is wrong with a PIN, if anything.
pub fn check_pin(pin: &str) -> Result<(), AppError> {
    let digits = pin.chars().all(|c| c.is_ascii_digit());
    if digits && (4..=6).contains(&pin.len()) {
        return Ok(());
    }
    Err(AppError::invalid("/pin", "签名密码为 4 至 6 位数字"))
}

impl NewAccount {
    /// Checks and hashes what was typed.
    ///
    /// # Errors
    /// Name, password or PIN are not acceptable.
    pub async fn prepare(
        app: &App,
        person: PersonId,
        login: &str,
        phone: Option<&str>,
        password: String,
        pin: Option<String>,
    ) -> Result<Self, AppError> {
        let login = normal_login(login);
        if login.is_empty() || login.chars().count() > 40 {
            return Err(AppError::Invalid(vec![FieldError::new(
                "/login",
                "账号为 1 至 40 个字符",
            )]));
        }
        check_password(&password)?;
        pin.as_deref().map(check_pin).transpose()?;
        let entropy = app.platform().entropy();
        let pin = match pin {
            Some(pin) => Some(hash_password(entropy, pin).await?),
            None => None,
        };
        Ok(Self {
            person,
            login,
            phone: phone.map(normal_login).filter(|phone| !phone.is_empty()),
            password: Some(hash_password(entropy, password).await?),
            pin,
            password_is_initial: true,
        })
    }

    /// Whether its owner should change the password.
    pub(super) fn password_is_initial(&self) -> bool {
        self.password_is_initial
    }

    /// The person chose the password themself.
    pub fn with_own_password(mut self) -> Self {
        self.password_is_initial = false;
        self
    }

    /// The same account for a person whose id is known only inside the act.
    pub fn of_person(&self, person: PersonId) -> Self {
        Self {
            person,
            ..self.clone()
        }
    }

    /// The same hashes for another person; only the demo may share a password.
    pub fn for_another(&self, person: PersonId, login: &str, phone: Option<&str>) -> Self {
        Self {
            person,
            login: normal_login(login),
            phone: phone.map(normal_login),
            ..self.clone()
        }
    }
}

/// Opens an account inside an act and records it.
///
/// # Errors
/// The name or phone number is taken, or the person has an account.
pub async fn open_account(act: &mut Act, new: &NewAccount) -> Result<AccountId, AppError> {
    let taken = |pointer: &str, what: &str| {
        AppError::invalid(pointer, format!("该{what}已被使用，请换一个"))
    };
    if store::account_by_login(act, &new.login).await?.is_some() {
        return Err(taken("/login", "账号"));
    }
    if let Some(phone) = &new.phone
        && store::account_by_login(act, phone).await?.is_some()
    {
        return Err(taken("/phone", "手机号"));
    }
    let (community, now) = (act.community(), act.now());
    if store::account_of_person(act, community, new.person)
        .await?
        .is_some()
    {
        return Err(AppError::refused(
            "has_account",
            "此人已有账号；忘记密码请用“重置密码”",
        ));
    }
    let password = new
        .password
        .as_ref()
        .ok_or_else(|| AppError::internal("no password hash"))?;
    let id: AccountId = act.new_id();
    store::add_account(act, community, id, new, (password, new.pin.as_ref()), now).await?;
    let entry = Entry::new("access.account_opened").subject("person", new.person.subject());
    act.record(entry).await?;
    Ok(id)
}

/// Opens an account for a member of staff.
#[derive(Debug, Serialize)]
pub struct CreateAccount(pub NewAccount);

impl Action for CreateAccount {
    type Outcome = AccountId;
    const NAME: &'static str = "access.create_account";
    const VERB: Verb = Verb::ManageAccounts;

    async fn perform(&self, act: &mut Act) -> Result<AccountId, AppError> {
        open_account(act, &self.0).await
    }
}

/// What an account gets changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AccountChange {
    /// A new password, set by an administrator or the operator.
    PasswordReset,
    /// A new password, chosen by its owner.
    PasswordChanged,
    /// A new PIN, chosen by its owner.
    PinSet,
    /// It no longer signs in.
    Disabled,
    /// It signs in again.
    Enabled,
    /// Its failed attempts are forgiven.
    Unlocked,
}

/// Changes the account of a person.
#[derive(Debug, Serialize)]
pub struct ChangeAccount<const VERB_OF: u8> {
    pub person: PersonId,
    pub change: AccountChange,
    #[serde(skip)]
    pub hash: Option<PasswordHash>,
}

/// Asked by the owner, by a supervisor, or by an administrator.
pub const BY_OWNER: u8 = 0;
pub const BY_SUPERVISOR: u8 = 1;
pub const BY_ADMINISTRATOR: u8 = 2;

impl<const VERB_OF: u8> Action for ChangeAccount<VERB_OF> {
    type Outcome = ();
    const NAME: &'static str = "access.change_account";
    const VERB: Verb = match VERB_OF {
        BY_OWNER => Verb::ReadPeople,
        BY_SUPERVISOR => Verb::UnlockAccounts,
        _ => Verb::ManageAccounts,
    };

    async fn perform(&self, act: &mut Act) -> Result<(), AppError> {
        let community = act.community();
        let account = store::account_of_person(act, community, self.person)
            .await?
            .ok_or(AppError::NotFound { what: "该账号" })?;
        if VERB_OF == BY_OWNER && act.actor().account != Some(account.id) {
            return Err(AppError::forbidden("只能修改自己的密码"));
        }
        apply(act, account.id, self.change, self.hash.as_ref()).await?;
        if self.change == AccountChange::Unlocked {
            forgive_person(act, account.id, self.person).await?;
        }
        let entry = Entry::new("access.account_changed")
            .subject("person", self.person.subject())
            .body(&json!({ "change": self.change }));
        act.record(entry).await?;
        Ok(())
    }
}

async fn apply(
    act: &mut Act,
    account: AccountId,
    change: AccountChange,
    hash: Option<&PasswordHash>,
) -> Result<(), AppError> {
    let now = act.now();
    let hash = || hash.ok_or_else(|| AppError::internal("a hash is missing"));
    match change {
        AccountChange::PasswordReset => {
            store::set_password(act, account, hash()?, true).await?;
            store::revoke_sessions_but(act, account, None, now).await?;
        }
        AccountChange::PasswordChanged => {
            store::set_password(act, account, hash()?, false).await?;
        }
        AccountChange::PinSet => store::set_pin(act, account, hash()?).await?,
        AccountChange::Disabled => {
            store::set_disabled(act, account, Some(now)).await?;
            store::revoke_sessions_but(act, account, None, now).await?;
        }
        AccountChange::Enabled => store::set_disabled(act, account, None).await?,
        AccountChange::Unlocked => {}
    }
    Ok(())
}

async fn forgive_person(
    act: &mut Act,
    account: AccountId,
    person: PersonId,
) -> Result<(), AppError> {
    let account = account.to_string();
    store::forgive_all(act, ThrottleScope::AccountFromStrangers, &account).await?;
    store::forgive_all(act, ThrottleScope::AccountFromKnownDevice, &account).await?;
    store::forgive_all(act, ThrottleScope::Pin, &person.to_string()).await
}

/// Sets a new password from the server's terminal and tells for how many communities it counts.
///
/// # Errors
/// There is no such account, or the password is not acceptable.
pub async fn reset_password_at_terminal(
    app: &App,
    login: &str,
    password: String,
) -> Result<usize, AppError> {
    check_password(&password)?;
    let hash = hash_password(app.platform().entropy(), password).await?;
    let memberships = {
        let mut reader = app.platform().read().await?;
        let account = store::account_by_login(&mut reader, &normal_login(login))
            .await?
            .ok_or(AppError::NotFound { what: "该账号" })?;
        store::memberships(&mut reader, account.id, app.platform().now()).await?
    };
    for membership in &memberships {
        let action = ChangeAccount::<BY_ADMINISTRATOR> {
            person: membership.person,
            change: AccountChange::PasswordReset,
            hash: Some(hash.clone()),
        };
        app.perform_by(zhishou_base::Actor::OPERATOR, membership.community, &action)
            .await?;
    }
    Ok(memberships.len())
}
