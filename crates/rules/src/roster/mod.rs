//! The duty roster 排班表: month grids of people × days, filled by rotation,
//! checked by rules that say which cell is wrong and why, and published.

mod burden;
mod cells;
mod check;
mod copy;
mod cycle;
mod decide;
mod month;
mod refusal;
mod rotate;
mod sheet;
mod stint;
mod types;

#[cfg(test)]
mod tests;

pub use cells::set_day;
pub use check::check;
pub use copy::copy_previous;
pub use cycle::{Cycle, CycleRow, CycleTemplate, cycle_templates, lay_cycle};
pub use decide::{change_published, create, edit, place, publish};
pub use month::Month;
pub use refusal::RosterRefusal;
pub use rotate::{Filled, Missing, rotate};
pub use sheet::{Elsewhere, Limits, Mark, Placed, RosterPerson, Sheet, ShiftLabel};
pub use types::{
    CellRef, MarkKind, Part, ProblemCode, ProblemSeverity, RosterProblem, RosterState,
};
