//! Coverage 在岗: who answers for each post now, and who is physically there.
//!
//! Every decision takes the [`Board`] as stored and returns the [`Change`]s to
//! store, or a [`CoverageRefusal`]. It settles first what time alone has
//! brought about, so that no decision depends on when the engine last ran.
//!
//! What always holds (checked over random sequences in `model.rs`): from the
//! first sign-in of an opening on, the holds of a post touch without gap or
//! overlap until it is closed outside its required hours; nobody holds two posts
//! that the regulation does not pair; lines never run in a circle; an
//! unattended interval is open exactly while somebody should be there and
//! nobody is.

mod arrival;
mod board;
mod calling;
mod change;
pub mod defaults;
mod draft;
mod help;
mod holder;
mod leave;
mod lending;
mod line;
mod refusal;
mod relief;
mod resolve;
mod settle;
mod sign_in;
mod stand_in;
mod types;
mod vacancy;

#[cfg(test)]
mod arrival_tests;
#[cfg(test)]
mod calling_tests;
#[cfg(test)]
pub(crate) mod cast;
#[cfg(test)]
mod lending_tests;
#[cfg(test)]
mod line_tests;
#[cfg(test)]
mod model;
#[cfg(test)]
mod scenes;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod voice_tests;
#[cfg(test)]
mod walk;

pub use crate::regulation::DutyMode;
pub use arrival::{Arrival, NotAwaited, arrival, gave_up, sets_out};
pub use board::{Board, PostRules, PostState};
pub use calling::{
    Call, CallStep, CallSteps, Callee, calls_for_gap, calls_for_relief, leaders, lines_in_place,
};
pub use change::{Change, Departure};
pub use help::{ONE_CALL, calls_for_help, rings_for_help};
pub use holder::{
    HandoverPass, Naming, change_holder, close_post, pass_by_handover, supervisor_resolves,
};
pub use leave::{leave_for_emergency, leave_post, return_to_post};
pub use lending::{LineState, LineTransfer, Relief, ReliefState};
pub use line::{accept_line, return_line, transfer_line};
pub use refusal::CoverageRefusal;
pub use relief::{
    Asking, approve_relief, ask_relief, confirm_relief, decline_relief, end_relief, withdraw_relief,
};
pub use resolve::{Fitting, Gap, answers_for, candidates, gap, leads_back};
pub use settle::{next_settling, settle};
pub use sign_in::{NoSignIn, SignedIn, is_mine, last_punctual, late_minutes, sign_in};
pub use stand_in::{Accepting, accept_relief};
pub use types::{Duty, DutyChange, Hold, Holder, Passing, Presence, SignIn};
pub use vacancy::{Stretch, uncovered};
