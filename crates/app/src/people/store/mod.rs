//! People and property as stored.

mod buildings;
mod callers;
mod directory;
mod editing;
mod forgetting;
mod founding;
mod pages;
mod property;
mod vehicles;

pub use buildings::*;
pub use callers::*;
pub use directory::*;
pub use editing::*;
pub use forgetting::*;
pub use founding::*;
pub use pages::*;
pub use property::*;
pub use vehicles::*;
