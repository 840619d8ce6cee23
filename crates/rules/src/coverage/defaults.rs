//! What holds where a regulation is silent: who is called, when, and how long somebody may
//! take. What a regulation states takes the place of these, except of those that say that none
//! can state it yet.

use zhishou_base::Span;

use crate::access::Role;

/// Called where a step reaches nobody: a small centre has no shift leader.
pub const LAST_RESORT: [Role; 2] = [Role::Manager, Role::Director];

/// Called where the regulation has no step of its own, or where nobody on duty can come.
pub const LEADER: Role = Role::ShiftLeader;

/// When the leader is called where the regulation names no step for a missing relief (the
/// practice of the trade: call at once, others after ten minutes, the leader after fifteen).
pub const LEADER_AFTER_NO_RELIEF: Span = Span::minutes(15);

/// How long after a missed sign-in the leader is called: by then the shift begins. No
/// regulation can state it yet.
pub const LEADER_AFTER_MISSED_SIGN_IN: Span = Span::minutes(15);

/// How long after the start of a duty the post, or its line, must have passed to it. The first
/// call goes out at the start, the others by the steps of the regulation. No regulation can
/// state it yet.
pub const TAKE_OVER_GRACE: Span = Span::minutes(15);

/// How long who said they would come may be on the way. It is the time after which the practice
/// of the trade calls others. No regulation can state it yet.
pub const ON_THE_WAY: Span = Span::minutes(10);

/// The others are called so long after who is late, whose own answer must not silence them. No
/// regulation can state it yet.
pub const OTHERS_AFTER_LATE_ARRIVAL: Span = Span::minutes(1);

/// How long a relief accepted by voice stands before its reliever must have confirmed it. A
/// regulation states it as `voice_confirm_minutes`; this is for a post without one.
pub const VOICE_CONFIRMATION: Span = Span::minutes(10);

/// How long before the demanded sign-in a sign-in is taken at all: long enough for the early
/// bus, short enough to name the right shift. No regulation can state it yet.
pub const SIGN_IN_OPENS_BEFORE_LEAD: Span = Span::minutes(60);
