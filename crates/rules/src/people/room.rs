//! Addresses of homes and what a person types to find one.

use super::{phone_digits, plate_searched};

/// A home by building, unit and room, as written on the door.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoomAddress {
    /// E.g. `3栋`.
    pub building: String,
    /// E.g. `2单元`; empty when the building has no units.
    pub unit: String,
    /// E.g. `1501`.
    pub room: String,
}

impl RoomAddress {
    /// The address as it is read aloud: `3栋2单元1501`.
    pub fn label(&self) -> String {
        format!("{}{}{}", self.building, self.unit, self.room)
    }

    /// The key under which the room is found: `3-2-1501`.
    pub fn key(&self) -> String {
        let parts = [&self.building, &self.unit, &self.room];
        let keys: Vec<String> = parts
            .into_iter()
            .map(|part| room_key(part))
            .filter(|key| !key.is_empty())
            .collect();
        keys.join("-")
    }
}

/// The search key of an address however it is written: `3栋2单元1501室`,
/// `3-2-1501`, `3#2 1501` all give `3-2-1501`.
pub fn room_key(text: &str) -> String {
    let mut key = String::new();
    let mut separated = false;
    let mut skip_next = false;
    let characters: Vec<char> = text.trim().chars().collect();
    for (at, c) in characters.iter().enumerate() {
        if skip_next {
            skip_next = false;
            continue;
        }
        // 号楼 and 单元 are one mark each; 区 and 期 belong to the name and stay.
        let next = characters.get(at + 1);
        let is_pair = matches!((c, next), ('号', Some('楼')) | ('单', Some('元')));
        let is_mark = is_pair || "栋幢座楼室号#＃".contains(*c);
        if is_mark || !c.is_alphanumeric() {
            separated = true;
            skip_next = is_pair;
            continue;
        }
        if separated && !key.is_empty() {
            key.push('-');
        }
        separated = false;
        key.extend(half_width(*c).to_lowercase());
    }
    key
}

/// Where a building stands among others, as people count them: 2栋 before 10栋.
pub fn building_order(name: &str) -> (String, u64, String) {
    let before: String = name.chars().take_while(|c| !c.is_ascii_digit()).collect();
    let digits: String = name
        .chars()
        .skip(before.chars().count())
        .take_while(char::is_ascii_digit)
        .collect();
    // A name without a number, or with one that nobody counts to, stands behind its like.
    let number = digits.parse().unwrap_or(u64::MAX);
    (before, number, name.to_owned())
}

fn half_width(c: char) -> char {
    match c {
        '０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ' => {
            char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c)
        }
        _ => c,
    }
}

/// What a typed line may be: several readings are tried at once, since 1501 is
/// both the end of a telephone number and a room.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CallerQuery {
    /// Digits of a telephone number: the whole or the last four or more.
    pub phone: Option<String>,
    /// A room key or the end of one.
    pub room: Option<String>,
    /// The beginning of a name in characters.
    pub name: Option<String>,
    /// The beginning of the pinyin or of its initials.
    pub pinyin: Option<String>,
    /// A plate or part of one.
    pub plate: Option<String>,
}

impl CallerQuery {
    /// Reads what was typed or pasted into the one search field of the desk.
    pub fn read(text: &str) -> Self {
        let text = text.trim();
        let digits = phone_digits(text);
        let looks_like_phone = !digits.is_empty()
            && text
                .chars()
                .all(|c| c.is_numeric() || " -+()（）－\u{a0}\u{3000}".contains(c));
        let key = room_key(text);
        let has_digit = key.chars().any(|c| c.is_ascii_digit());
        let is_latin =
            !text.is_empty() && text.chars().all(|c| c.is_ascii_alphabetic() || c == ' ');
        let is_chinese = !text.is_ascii() && !has_digit;
        let letters: String = text
            .chars()
            .filter(char::is_ascii_alphabetic)
            .map(|c| c.to_ascii_lowercase())
            .collect();
        Self {
            phone: (looks_like_phone && digits.len() >= 4).then_some(digits),
            room: (has_digit && key.len() <= 40).then_some(key),
            name: is_chinese.then(|| text.to_owned()),
            pinyin: is_latin.then_some(letters),
            plate: plate_searched(text),
        }
    }

    /// Whether nothing can be searched for.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}
