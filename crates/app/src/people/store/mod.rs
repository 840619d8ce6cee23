//! People and property as stored.

mod callers;
mod directory;
mod editing;
mod founding;
mod pages;
mod property;

pub use callers::*;
pub use directory::*;
pub use editing::*;
pub use founding::*;
pub use pages::*;
pub use property::*;
