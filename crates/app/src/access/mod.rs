//! Who may see and do what: accounts, sessions, PINs, and the delay of guessers.

mod account;
mod account_changes;
mod accounts_http;
mod acting;
mod at_terminal;
mod new_secret;
mod own_account_http;
mod pin;
mod session;
mod sessions_http;
mod setup_link;
mod sign_in;
mod signed_in;
mod store;
mod throttle;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::App;

pub use account::{NewAccount, open_account};
pub use acting::ActingPerson;
pub use at_terminal::{FoundAccount, find_account, reset_password_at_terminal};
pub use pin::{PinProof, prove_pin};
pub use session::device_of;
pub use sessions_http::session_cookies;
pub use setup_link::{needs_setup, offer_setup_link, require_open_link, use_setup_link};
pub use sign_in::{OpenedSession, open_session};
pub use signed_in::{Membership, SignedIn, lacks};

/// The routes of this capability.
pub fn router() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(
            sessions_http::show_session,
            sessions_http::sign_in,
            sessions_http::sign_out
        ))
        .routes(routes!(sessions_http::list_sessions))
        .routes(routes!(sessions_http::revoke_session))
        .routes(routes!(own_account_http::change_password))
        .routes(routes!(own_account_http::set_pin))
        .routes(routes!(
            accounts_http::list_accounts,
            accounts_http::create_account
        ))
        .routes(routes!(accounts_http::reset_account_password))
        .routes(routes!(accounts_http::disable_account))
        .routes(routes!(accounts_http::enable_account))
        .routes(routes!(accounts_http::unlock_account))
}
