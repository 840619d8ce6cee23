//! The linter 制度体检: what reading alone cannot see.
//!
//! Errors keep a regulation from being published; warnings are for a person to
//! decide; advice is good to know. Legal remarks are advice on the law as the
//! project's sources give it, not legal counsel.

mod conduct;
mod hours;
mod keys;
mod law;
mod line;
mod references;
mod staffing;
mod week;

use super::{Diagnostic, Regulation};

/// Everything the linter has to say about a regulation, without places; see [`super::check`].
pub fn lint(regulation: &Regulation) -> Vec<Diagnostic> {
    let mut found = references::lint(regulation);
    found.extend(keys::lint(regulation));
    found.extend(hours::lint(regulation));
    found.extend(staffing::lint(regulation));
    found.extend(conduct::lint(regulation));
    found.extend(law::lint(regulation));
    found
}
