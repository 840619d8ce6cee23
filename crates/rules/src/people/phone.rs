//! Telephone numbers as people type and paste them.

use super::PeopleRefusal;

/// The digits of a pasted number, for searching: full-width digits become
/// half-width, everything that is not a digit is dropped, and the country code
/// of China (`+86`, `0086`) before a mobile number is taken off.
pub fn phone_digits(text: &str) -> String {
    let digits: String = text.chars().filter_map(half_width_digit).collect();
    let is_mobile = |rest: &&str| rest.len() == 11 && rest.starts_with('1');
    for prefix in ["0086", "86"] {
        if let Some(rest) = digits.strip_prefix(prefix).filter(is_mobile) {
            return rest.to_owned();
        }
    }
    digits
}

/// The number as it is stored: digits only.
///
/// # Errors
/// [`PeopleRefusal::PhoneIsWrong`] when it is neither a mobile number of eleven
/// digits nor a fixed line (7 or 8 digits, with or without area code, or 400).
pub fn normalise_phone(text: &str) -> Result<String, PeopleRefusal> {
    let typed = text.trim();
    let wrong = || PeopleRefusal::PhoneIsWrong {
        typed: typed.to_owned(),
    };
    let has_letters = typed
        .chars()
        .any(|c| half_width_digit(c).is_none() && !" -+()（）－\u{a0}\u{3000}".contains(c));
    if has_letters {
        return Err(wrong());
    }
    let digits = phone_digits(typed);
    let is_mobile = digits.len() == 11
        && digits.starts_with('1')
        && digits
            .as_bytes()
            .get(1)
            .is_some_and(|second| *second >= b'3');
    let is_fixed_line = matches!(digits.len(), 7 | 8) && !digits.starts_with('0');
    let has_area_code = matches!(digits.len(), 10..=12) && digits.starts_with('0');
    let is_service_line =
        digits.len() == 10 && (digits.starts_with("400") || digits.starts_with("800"));
    if is_mobile || is_fixed_line || has_area_code || is_service_line {
        Ok(digits)
    } else {
        Err(wrong())
    }
}

fn half_width_digit(c: char) -> Option<char> {
    match c {
        '0'..='9' => Some(c),
        '０'..='９' => char::from_digit(u32::from(c) - u32::from('０'), 10),
        _ => None,
    }
}
