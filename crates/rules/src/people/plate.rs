//! Vehicles by their plates, as people type and read them out.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::Fault;
use super::staff::check_text;

/// A plate is no shorter, or half the garage would answer to it.
const SHORTEST_PLATE: usize = 4;
const LONGEST_PLATE: usize = 12;

/// A vehicle as typed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct VehicleInput {
    /// 车牌号, however it is written.
    pub plate: String,
    /// 车位, such as B1-203; empty when it has none of its own.
    #[serde(default)]
    pub space: String,
    /// 备注, such as its colour and make.
    #[serde(default)]
    pub note: String,
}

/// The plate as it is stored and compared: capital letters, half width, no marks between.
/// `鄂a·12345` and `鄂Ａ 12345` give `鄂A12345`.
pub fn plate_key(text: &str) -> String {
    text.chars()
        .map(half_width)
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_uppercase)
        .collect()
}

fn half_width(c: char) -> char {
    match c {
        '０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ' => {
            char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c)
        }
        _ => c,
    }
}

/// The part of a plate that a line typed at the desk may be; none where it is too short to be one.
pub fn plate_searched(text: &str) -> Option<String> {
    let key = plate_key(text);
    let fits = (SHORTEST_PLATE..=LONGEST_PLATE).contains(&key.chars().count());
    (fits && key.chars().any(|c| c.is_ascii_digit())).then_some(key)
}

/// What is wrong with a vehicle as typed; empty when nothing is.
pub fn check_vehicle(input: &VehicleInput) -> Vec<Fault> {
    let mut faults = Vec::new();
    if plate_searched(&input.plate).is_none() {
        faults.push(Fault::at(
            "/plate",
            "车牌号应为 4～12 位汉字、字母和数字，例如 鄂A12345。请核对后重填",
        ));
    }
    check_text(&mut faults, "/space", "车位", &input.space, 0, 20);
    check_text(&mut faults, "/note", "备注", &input.note, 0, 100);
    faults
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_plate_is_one_however_it_is_written() {
        for written in ["鄂A12345", "鄂a·12345", " 鄂Ａ 12345 ", "鄂A-123.45"] {
            assert_eq!(plate_key(written), "鄂A12345", "{written}");
        }
    }

    #[test]
    fn a_room_or_a_name_is_no_plate_and_the_end_of_one_is() {
        assert_eq!(plate_searched("345"), None);
        assert_eq!(plate_searched("单雄信在家"), None);
        assert_eq!(plate_searched("a12345").as_deref(), Some("A12345"));
        assert_eq!(plate_searched("2345").as_deref(), Some("2345"));
    }

    #[test]
    fn a_vehicle_has_a_plate() {
        let typed = |plate: &str| VehicleInput {
            plate: plate.to_owned(),
            space: String::new(),
            note: String::new(),
        };
        assert_eq!(check_vehicle(&typed("鄂AD12345")), []);
        let pointers: Vec<String> = check_vehicle(&typed("车"))
            .into_iter()
            .map(|fault| fault.pointer)
            .collect();
        assert_eq!(pointers, ["/plate"]);
    }
}
