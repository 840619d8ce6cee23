//! Accounts: what they are opened with.

use serde::Serialize;
use zhishou_base::{AccountId, PersonId};
use zhishou_platform::{Act, AppError, Entry};
use zhishou_rules::access::{Verb, is_account_name, normal_login};

use super::new_secret::NewSecret;
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
    password: NewSecret,
    pin: Option<NewSecret>,
    password_is_initial: bool,
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
        if !is_account_name(&login) {
            let detail = "账号为 1 至 40 个字符，只能用字母、数字和 . - _";
            return Err(AppError::invalid("/login", detail));
        }
        let phone = phone.map(normal_login).filter(|phone| !phone.is_empty());
        let own = [login.as_str(), phone.as_deref().unwrap_or_default()];
        let password = NewSecret::password(app, password, &own).await?;
        let pin = match pin {
            Some(pin) => Some(NewSecret::pin(app, pin).await?),
            None => None,
        };
        Ok(Self {
            person,
            login,
            phone,
            password,
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
    let id: AccountId = act.new_id();
    let hashes = (new.password.hash(), new.pin.as_ref().map(NewSecret::hash));
    store::add_account(act, community, id, new, hashes, now).await?;
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
