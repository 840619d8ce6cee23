//! People and property 人员与房产.

mod founding;
mod store;

pub use founding::{NewCommunity, add_person, add_post, found_community};
