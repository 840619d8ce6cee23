use zhishou_base::{Instant, Span};

use super::*;

const NOW: Instant = Instant(1_800_000_000_000);

#[test]
fn an_entry_made_at_once_is_not_late_and_one_an_hour_later_is() {
    let at_once = write_entry(" 巡查正常 ", Some(NOW - Span::minutes(5)), NOW).expect("taken");
    assert_eq!((at_once.text.as_str(), at_once.late), ("巡查正常", false));
    let later = write_entry("停电恢复", Some(NOW - Span::hours(1)), NOW).expect("taken");
    assert!(later.late);
    assert_eq!(later.happened_at, NOW - Span::hours(1));
}

#[test]
fn nonsense_is_refused_with_what_to_do() {
    assert_eq!(write_entry(" ", None, NOW), Err(DutyLogRefusal::Empty));
    let long = "字".repeat(LONGEST_ENTRY + 1);
    assert_eq!(write_entry(&long, None, NOW), Err(DutyLogRefusal::TooLong));
    let ahead = Some(NOW + Span::minutes(1));
    assert_eq!(write_entry("x", ahead, NOW), Err(DutyLogRefusal::InFuture));
    let old = Some(NOW - Span::days(8));
    assert_eq!(write_entry("x", old, NOW), Err(DutyLogRefusal::TooFarBack));
}
