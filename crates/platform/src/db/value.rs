//! What can be bound to a statement.

use uuid::Uuid;
use zhishou_base::{self as base, Date, Instant, LocalTime, Span};

/// A bound value; NULLs keep their type, since PostgreSQL asks for it.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// BIGINT.
    Int(Option<i64>),
    /// TEXT.
    Text(Option<String>),
    /// BYTES.
    Bytes(Option<Vec<u8>>),
}

macro_rules! bind_as {
    ($variant:ident: $($type:ty => |$value:ident| $convert:expr),* $(,)?) => {$(
        impl From<$type> for Value {
            fn from($value: $type) -> Self {
                Self::$variant(Some($convert))
            }
        }
        impl From<Option<$type>> for Value {
            fn from(value: Option<$type>) -> Self {
                Self::$variant(value.map(|$value| $convert))
            }
        }
    )*};
}

bind_as!(Int:
    i64 => |n| n,
    i32 => |n| i64::from(n),
    u32 => |n| i64::from(n),
    u16 => |n| i64::from(n),
    u8 => |n| i64::from(n),
    bool => |flag| i64::from(flag),
    Instant => |at| at.0,
    Span => |span| span.0,
);
bind_as!(Text:
    String => |text| text,
    &str => |text| text.to_owned(),
    &String => |text| text.clone(),
    Date => |date| date.to_string(),
    LocalTime => |time| time.to_string(),
);
bind_as!(Bytes:
    Vec<u8> => |bytes| bytes,
    &[u8] => |bytes| bytes.to_vec(),
    [u8; 32] => |bytes| bytes.to_vec(),
    Uuid => |id| id.as_bytes().to_vec(),
);

macro_rules! bind_ids {
    ($($id:ident),* $(,)?) => {
        bind_as!(Bytes: $(base::$id => |id| id.0.as_bytes().to_vec()),*);
    };
}

bind_ids!(
    AccountId,
    ActId,
    AlertId,
    AssignmentId,
    BuildingId,
    ClientId,
    CommunityId,
    ContactId,
    DeviceId,
    DutyId,
    ExternalCaseId,
    FindingId,
    HandoverId,
    HelpCallId,
    HoldId,
    ItemId,
    NoticeId,
    ObligationId,
    PersonId,
    PhotoId,
    PostId,
    PublicMatterId,
    RegulationId,
    ReliefId,
    ResidentId,
    RoomId,
    VehicleId,
    StaffComplaintId,
    RosterId,
    SecretId,
    SessionId,
    SubjectId,
    VersionId,
    WorkOrderId,
);
