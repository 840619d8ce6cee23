//! What can be done to an order. Each is one act.

mod complaint;
mod desk;
mod field;
mod finishing;
mod intake;
mod night;
mod notes;
mod photo;
mod register;

pub use complaint::{GiveFirstReply, TellDepartmentHead};
pub use desk::{
    ChangeMatter, CloseWorkOrder, DeferWorkOrder, DispatchWorkOrder, ReassignWorkOrder,
};
pub use field::{AcceptWorkOrder, ArriveOnSite, FinishWorkOrder, RejectWorkOrder};
pub use finishing::{ArchiveWorkOrder, CallBackCustomer, CallFacts, ReopenWorkOrder};
pub use intake::TakeContactWithOrder;
pub use night::{CarryOver, ConfirmAsSlip, Disposal, check_disposal, dispose};
pub use notes::{AddDetails, AddNote, RevealCallerPhone};
pub use photo::{AddPhoto, MOST_PHOTOS};
pub use register::{RegisterWorkOrder, register_work_order};
