//! People and property 人员与房产: staff, posts, homes and residents.

mod actions;
mod callers;
mod founding;
mod http;
mod property_actions;
mod property_http;
mod reveal;
mod store;
mod vehicle_actions;
mod vehicle_http;
mod views;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::App;

pub use callers::find_callers;
pub use founding::{NewCommunity, add_person, add_post, found_community, refuse};
pub use property_actions::{AddHomes, HomeInput};
pub use reveal::{PersonalData, RevealPersonalData, RevealSubject};
pub use store::{
    Building, Community, Person, Post, Resident, Room, all_residents, buildings, communities,
    community, desk, forget_resident, forget_vehicles, names, people_with_role, person, post,
    post_by_key, posts, resident, residents_of_room, room, room_by_code, staff, vehicle_by_plate,
};
pub use views::{BuildingView, PostView, ResidentView, RoomView, StaffView};

/// The routes of this capability.
pub fn router() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(http::list_staff, http::add_staff))
        .routes(routes!(http::change_staff))
        .routes(routes!(http::list_posts, http::add_post))
        .routes(routes!(http::change_post))
        .routes(routes!(property_http::list_rooms, property_http::add_homes))
        .routes(routes!(property_http::list_buildings))
        .routes(routes!(
            property_http::list_residents,
            property_http::add_resident
        ))
        .routes(routes!(property_http::find_residents))
        .routes(routes!(property_http::change_resident))
        .routes(routes!(property_http::reveal_personal_data))
        .routes(routes!(vehicle_http::find_vehicles))
        .routes(routes!(vehicle_http::add_vehicle))
        .routes(routes!(vehicle_http::change_vehicle))
}
