//! Citizens' identity numbers (GB 11643-1999): eighteen places, the last a checksum.

use super::PeopleRefusal;

const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK: [char; 11] = ['1', '0', 'X', '9', '8', '7', '6', '5', '4', '3', '2'];

/// The number as it goes into the vault: trimmed, with a capital X.
///
/// # Errors
/// [`PeopleRefusal::IdentityNumberIsWrong`] when the length or the checksum does
/// not fit. The refusal does not repeat the number, since refusals reach logs.
pub fn check_identity_number(text: &str) -> Result<String, PeopleRefusal> {
    let number: String = text
        .chars()
        .filter(|c| !c.is_whitespace())
        .map(|c| c.to_ascii_uppercase())
        .collect();
    let places: Vec<char> = number.chars().collect();
    if places.len() != 18 {
        return Err(PeopleRefusal::IdentityNumberIsWrong);
    }
    let mut sum = 0;
    for (place, weight) in places.iter().zip(WEIGHTS) {
        let digit = place
            .to_digit(10)
            .ok_or(PeopleRefusal::IdentityNumberIsWrong)?;
        sum += digit * weight;
    }
    let expected = CHECK[(sum % 11) as usize];
    if places[17] == expected {
        Ok(number)
    } else {
        Err(PeopleRefusal::IdentityNumberIsWrong)
    }
}

/// The first three and the last two places, enough to tell two cards apart at the desk.
pub fn mask_identity_number(number: &str) -> String {
    let length = number.chars().count();
    number
        .chars()
        .enumerate()
        .map(|(at, c)| {
            if length > 8 && (at < 3 || at + 2 >= length) {
                c
            } else {
                '*'
            }
        })
        .collect()
}
