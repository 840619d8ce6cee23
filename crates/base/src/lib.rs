//! The few words that everything in Zhishou shares: instants, identifiers,
//! local calendar time, and who acts.
//!
//! This crate does no I/O, reads no clock and draws no randomness; it may be
//! used by the pure rules and by the plumbing alike.

mod actor;
mod id;
mod instant;
mod local;
mod refusal;

pub use actor::{Actor, ActorKind};
pub use id::{
    AccountId, ActId, AlertId, AssignmentId, BuildingId, ClientId, CommunityId, ContactId,
    DeviceId, DutyId, ErasureId, ExternalCaseId, FindingId, HandoverId, HelpCallId, HoldId, ItemId,
    NoticeId, ObligationId, ParseIdError, PersonId, PhotoId, PostId, PublicMatterId, RegulationId,
    ReliefId, ResidentId, RoomId, RosterId, SecretId, SessionId, StaffComplaintId, SubjectId,
    VehicleId, VersionId, WorkOrderId,
};
pub use instant::{Instant, Span};
pub use local::{Date, LocalTime, ParseLocalError, UtcOffset, Weekday};
pub use refusal::Refusal;
