//! Accounts reset, disabled, enabled, unlocked. Each change is an act.

use serde::{Deserialize, Serialize};
use serde_json::json;
use zhishou_base::{AccountId, PersonId};
use zhishou_platform::{Act, AppError, Entry};
use zhishou_rules::access::{ThrottleScope, Verb};

use super::new_secret::NewSecret;
use super::store;
use crate::action::Action;

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
}

impl AccountChange {
    /// The word of the ledger entry.
    fn as_str(self) -> &'static str {
        match self {
            Self::PasswordReset => "password_reset",
            Self::PasswordChanged => "password_changed",
            Self::PinSet => "pin_set",
            Self::Disabled => "disabled",
            Self::Enabled => "enabled",
        }
    }
}

/// Whose account gets what changed.
#[derive(Debug, Serialize)]
pub struct AccountChanging {
    pub person: PersonId,
    pub change: AccountChange,
    /// The new password or PIN.
    pub secret: Option<NewSecret>,
}

/// Changes one's own password or PIN.
#[derive(Debug, Serialize)]
pub struct ChangeOwnAccount(pub AccountChanging);

/// Forgives the failed attempts of a colleague.
#[derive(Debug, Serialize)]
pub struct UnlockAccount {
    pub person: PersonId,
}

/// Resets, disables or enables the account of a colleague.
#[derive(Debug, Serialize)]
pub struct ManageAccount(pub AccountChanging);

impl Action for ChangeOwnAccount {
    type Outcome = ();
    const NAME: &'static str = "access.change_own_account";
    const VERB: Verb = Verb::ReadPeople;

    async fn perform(&self, act: &mut Act) -> Result<(), AppError> {
        let account = account_of(act, self.0.person).await?;
        if act.actor().account != Some(account) {
            return Err(AppError::forbidden("只能修改自己的密码"));
        }
        change(act, account, &self.0).await
    }
}

impl Action for UnlockAccount {
    type Outcome = ();
    const NAME: &'static str = "access.unlock_account";
    const VERB: Verb = Verb::UnlockAccounts;

    async fn perform(&self, act: &mut Act) -> Result<(), AppError> {
        let account = account_of(act, self.person).await?;
        forgive_person(act, account, self.person).await?;
        record(act, self.person, "unlocked").await
    }
}

impl Action for ManageAccount {
    type Outcome = ();
    const NAME: &'static str = "access.manage_account";
    const VERB: Verb = Verb::ManageAccounts;

    async fn perform(&self, act: &mut Act) -> Result<(), AppError> {
        let account = account_of(act, self.0.person).await?;
        change(act, account, &self.0).await
    }
}

async fn account_of(act: &mut Act, person: PersonId) -> Result<AccountId, AppError> {
    let community = act.community();
    let account = store::account_of_person(act, community, person).await?;
    account
        .map(|account| account.id)
        .ok_or(AppError::NotFound { what: "该账号" })
}

async fn change(
    act: &mut Act,
    account: AccountId,
    changing: &AccountChanging,
) -> Result<(), AppError> {
    apply(act, account, changing.change, changing.secret.as_ref()).await?;
    record(act, changing.person, changing.change.as_str()).await
}

async fn record(act: &mut Act, person: PersonId, change: &str) -> Result<(), AppError> {
    let entry = Entry::new("access.account_changed")
        .subject("person", person.subject())
        .body(&json!({ "change": change }));
    act.record(entry).await?;
    Ok(())
}

async fn apply(
    act: &mut Act,
    account: AccountId,
    change: AccountChange,
    secret: Option<&NewSecret>,
) -> Result<(), AppError> {
    let now = act.now();
    let hash = || {
        let hash = secret.map(NewSecret::hash);
        hash.ok_or_else(|| AppError::internal("a new password or PIN is missing"))
    };
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
