//! Dates and names as the messages of the check write them.

use zhishou_base::{Date, PersonId};

use crate::roster::Sheet;

/// `12月3日`
pub(super) fn day_zh(date: Date) -> String {
    let (_, month, day) = date.parts();
    format!("{month}月{day}日")
}

/// `3 Dec`
pub(super) fn day_en(date: Date) -> String {
    const MONTHS: [&str; 12] = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ];
    let (_, month, day) = date.parts();
    let name = usize::try_from(month - 1)
        .ok()
        .and_then(|at| MONTHS.get(at));
    format!("{day} {}", name.unwrap_or(&"?"))
}

/// The name of a row; people of no row are called so.
pub(super) fn name(sheet: &Sheet<'_>, person: PersonId) -> String {
    sheet
        .person(person)
        .map_or_else(|| "未知人员".to_owned(), |person| person.name.clone())
}

/// Hours with at most one decimal: `15.5`, `8`.
pub(super) fn hours(milliseconds: i64) -> String {
    let tenths = (milliseconds + 180_000) / 360_000;
    if tenths % 10 == 0 {
        format!("{}", tenths / 10)
    } else {
        format!("{}.{}", tenths / 10, tenths % 10)
    }
}
