//! People and property 人员与房产: staff, posts, rooms and residents.
//!
//! What is shown of a person by default is masked here, and what is typed is
//! judged here; the identity number is encrypted by the platform's vault.

mod decide;
mod identity;
mod mask;
mod phone;
mod plate;
mod refusal;
mod room;
mod sort_key;
mod staff;
mod types;

#[cfg(test)]
mod tests;

pub use decide::{AskedReveal, deactivate, may_reveal};
pub use identity::{check_identity_number, mask_identity_number};
pub use mask::{mask_name, mask_phone};
pub use phone::{normalise_phone, phone_digits};
pub use plate::{VehicleInput, check_vehicle, plate_key, plate_searched};
pub use refusal::PeopleRefusal;
pub use room::{CallerQuery, RoomAddress, building_order, room_key};
pub use sort_key::{PinyinKey, pinyin_key};
pub use staff::{
    Fault, PostInput, ResidentInput, StaffInput, check_post, check_resident, check_staff,
};
pub use types::{Employment, PostKind, Relation, RevealContext};
