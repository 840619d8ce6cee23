//! The desk over HTTP.

mod looking;
mod photos;
mod scripts;
mod taking;

use axum::extract::Path;
use zhishou_base::{CommunityId, ContactId};

pub use looking::*;
pub use photos::*;
pub use scripts::*;
pub use taking::*;

type ContactPath = Path<(CommunityId, ContactId)>;
