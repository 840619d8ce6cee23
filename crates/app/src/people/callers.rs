//! Who may be calling: residents found by phone number, room, name or pinyin.

use zhishou_base::CommunityId;
use zhishou_platform::{AppError, Conn};
use zhishou_rules::people::CallerQuery;

use super::store::{self, Resident};

const MOST_CALLERS: i64 = 20;

/// The residents that a typed or pasted line may mean, the present ones only.
///
/// # Errors
/// The database failed.
pub async fn find_callers(
    conn: &mut Conn,
    community: CommunityId,
    typed: &str,
) -> Result<Vec<Resident>, AppError> {
    store::residents_by_query(conn, community, &CallerQuery::read(typed), MOST_CALLERS).await
}
