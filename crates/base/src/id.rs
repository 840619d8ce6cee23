//! Typed identifiers: UUIDv7, stored as 16 bytes, written as hyphenated text in JSON.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

/// The text was not a UUID.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("“{0}” is not an identifier (expected a UUID)")]
pub struct ParseIdError(pub String);

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {$(
        $(#[$doc])*
        #[derive(
            Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ToSchema,
        )]
        #[serde(transparent)]
        #[schema(value_type = String, format = Uuid)]
        pub struct $name(pub Uuid);

        impl $name {
            /// The 16 bytes as stored.
            pub fn as_bytes(&self) -> &[u8; 16] {
                self.0.as_bytes()
            }

            /// This identifier as the subject of a ledger entry or an obligation.
            pub fn subject(self) -> SubjectId {
                SubjectId(self.0)
            }
        }

        impl From<Uuid> for $name {
            fn from(uuid: Uuid) -> Self {
                Self(uuid)
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl FromStr for $name {
            type Err = ParseIdError;
            fn from_str(text: &str) -> Result<Self, ParseIdError> {
                Uuid::parse_str(text).map(Self).map_err(|_| ParseIdError(text.to_owned()))
            }
        }
    )*};
}

ids! {
    /// A residential community 小区; every row of business data belongs to one.
    CommunityId,
    /// A sign-in account; one person may have one.
    AccountId,
    /// A member of staff.
    PersonId,
    /// A complaint about a member of staff 投诉员工.
    StaffComplaintId,
    /// A vehicle 车辆 of a home.
    VehicleId,
    /// A duty post 岗位.
    PostId,
    /// A browser or terminal that keeps its own cookie.
    DeviceId,
    /// A signed-in session.
    SessionId,
    /// One change, the unit that is committed whole.
    ActId,
    /// An identifier made by the client so that a repeated request is recognised.
    ClientId,
    /// One erasure of personal text 个人信息删除.
    ErasureId,
    /// Erasable text beside the ledger.
    SecretId,
    /// Something with a deadline 时限事项.
    ObligationId,
    /// A fact that counts in the assessment 问题项.
    FindingId,
    /// A call to a person that rings until it is acknowledged.
    AlertId,
    /// A regulation 值班制度.
    RegulationId,
    /// One immutable published version of a regulation.
    VersionId,
    /// A roster of one period 排班表.
    RosterId,
    /// One person on one shift of one date.
    AssignmentId,
    /// One duty period of one post: the shift as it was planned.
    DutyId,
    /// One interval in which a post was answered for.
    HoldId,
    /// A relief 代值 that was asked for.
    ReliefId,
    /// A call for help 呼叫支援.
    HelpCallId,
    /// A handover 交接班.
    HandoverId,
    /// Something that is counted at the post.
    ItemId,
    /// A building 楼栋.
    BuildingId,
    /// A room 房号.
    RoomId,
    /// A resident 住户.
    ResidentId,
    /// An entry of the contact log 来电来访登记.
    ContactId,
    /// A case from outside 外部转办.
    ExternalCaseId,
    /// A work order 工单.
    WorkOrderId,
    /// A public matter 公共事项.
    PublicMatterId,
    /// A stored photo.
    PhotoId,
    /// Something the desk must know today 今日须知.
    NoticeId,
    /// Whatever an obligation or a ledger entry is about.
    SubjectId,
}

impl CommunityId {
    /// The chain of the installation itself: accounts, communities, settings.
    pub const INSTALLATION: Self = Self(Uuid::nil());
}
