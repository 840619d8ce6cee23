//! Accounts: what they are opened with, and what is a password or a PIN.

use serde::Serialize;
use zhishou_base::{AccountId, PersonId};
use zhishou_platform::{Act, AppError, Entry, FieldError, PasswordHash, hash_password};
use zhishou_rules::access::Verb;

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
