//! Passwords and PINs that people choose, on their way into the database.

use serde::Serialize;
use zhishou_platform::{AppError, PasswordHash, hash_password};
use zhishou_rules::access;

use crate::app::App;

/// A password or PIN, hashed before the act. Part of an action it writes a digest under the
/// vault key, so that the same request with another secret is another request; neither the
/// secret nor what could be guessed from leaves it.
#[derive(Debug, Clone, Serialize)]
pub struct NewSecret {
    #[serde(skip)]
    hash: PasswordHash,
    digest: String,
}

impl NewSecret {
    /// A password of somebody who signs in by the names `own`.
    ///
    /// # Errors
    /// It is too short or too easy, at `/password`.
    pub async fn password(app: &App, password: String, own: &[&str]) -> Result<Self, AppError> {
        access::check_password(&password, own)
            .map_err(|refusal| AppError::invalid("/password", refusal.to_string()))?;
        Self::new(app, "account.password", password).await
    }

    /// A signing PIN.
    ///
    /// # Errors
    /// It is not 4 to 6 digits, at `/pin`.
    pub async fn pin(app: &App, pin: String) -> Result<Self, AppError> {
        check_pin(&pin)?;
        Self::new(app, "account.pin", pin).await
    }

    async fn new(app: &App, context: &str, secret: String) -> Result<Self, AppError> {
        let platform = app.platform();
        Ok(Self {
            digest: platform.vault().digest(context, &secret),
            hash: hash_password(platform.entropy(), app.config().password_cost, secret).await?,
        })
    }

    /// What is stored of it.
    pub fn hash(&self) -> &PasswordHash {
        &self.hash
    }
}

fn check_pin(pin: &str) -> Result<(), AppError> {
    let digits = pin.chars().all(|c| c.is_ascii_digit());
    if digits && (4..=6).contains(&pin.len()) {
        return Ok(());
    }
    Err(AppError::invalid("/pin", "签名密码为 4 至 6 位数字"))
}
