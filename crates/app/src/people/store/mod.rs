//! People and property as stored.

mod founding;

pub use founding::*;
