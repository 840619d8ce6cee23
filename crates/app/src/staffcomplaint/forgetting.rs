//! Erasing who complained and what they said.

use zhishou_base::{ResidentId, StaffComplaintId};
use zhishou_platform::{Act, AppError};
use zhishou_rules::staffcomplaint::State;

use super::store::{self, StaffComplaint};

/// A complaint as the erasure sees it.
#[derive(Debug, Clone)]
pub struct ComplaintKey {
    /// Which one.
    pub id: StaffComplaintId,
    /// Its human number.
    pub number: String,
    /// Whether it is ended, so that nobody needs to call any more.
    pub closed: bool,
}

impl From<StaffComplaint> for ComplaintKey {
    fn from(complaint: StaffComplaint) -> Self {
        Self {
            id: complaint.id,
            number: complaint.number,
            closed: matches!(complaint.state, State::Closed { .. }),
        }
    }
}

/// One complaint.
///
/// # Errors
/// There is no such complaint, or the database failed.
pub async fn complaint_key(act: &mut Act, id: StaffComplaintId) -> Result<ComplaintKey, AppError> {
    let community = act.community();
    Ok(store::complaint(act, community, id).await?.into())
}

/// The complaints that name a resident.
///
/// # Errors
/// The database failed.
pub async fn complaints_of_resident(
    act: &mut Act,
    resident: ResidentId,
) -> Result<Vec<ComplaintKey>, AppError> {
    let community = act.community();
    let found = store::complaints_of_resident(act, community, resident).await?;
    Ok(found.into_iter().map(ComplaintKey::from).collect())
}

/// Empties a complaint; whom it was about, times and what was found stay.
///
/// # Errors
/// The database failed.
pub async fn forget_complaint(act: &mut Act, id: StaffComplaintId) -> Result<(), AppError> {
    let community = act.community();
    store::forget(act, community, id).await
}
