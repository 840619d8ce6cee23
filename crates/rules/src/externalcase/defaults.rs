//! What holds where a regulation is silent: who is called about a case, and when. What a
//! regulation states for deadlines that passed takes the place of [`CALLED_WHEN_DUE`]; the calls
//! before the deadline no regulation can state yet.

use zhishou_base::Span;

use crate::access::Role;

/// How long before the deadline the desk and [`CALLED_BEFORE`] are called: a working day to get
/// the reply ready.
pub const CALL_BEFORE: Span = Span::hours(24);

/// Called with the desk before the deadline.
pub const CALLED_BEFORE: Role = Role::ServiceSupervisor;

/// Called at the deadline where the regulation names no step for what is overdue.
pub const CALLED_WHEN_DUE: Role = Role::Manager;
