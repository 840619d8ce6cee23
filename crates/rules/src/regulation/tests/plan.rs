//! Planning a day.

use proptest::prelude::*;
use zhishou_base::{Date, LocalTime, Span, UtcOffset};

use super::super::required::gaps;
use super::super::*;
use super::{date, preset, times};
use crate::access::Role;

const CHINA: UtcOffset = UtcOffset::CHINA;

#[test]
fn r01_2_noon_by_the_clerk_on_duty_and_night_by_a_repairer() {
    let r01 = preset("r01");
    let planned = plan_day(&r01, "desk", date("2026-11-24"), CHINA);
    assert_eq!(
        times(&planned),
        ["day 09:00-17:30", "noon 11:30-13:30", "night 17:30-09:00+1"]
    );
    let [day, noon, night] = &planned[..] else {
        panic!("three shifts")
    };
    assert_eq!(day.roles, [Role::ServiceClerk, Role::FrontDesk]);
    assert_eq!(
        (noon.within.as_deref(), &noon.change),
        (Some("day"), &Change::OneTap)
    );
    assert_eq!(noon.roles, [Role::ServiceClerk]);
    assert_eq!(
        (night.roles.as_slice(), night.night),
        (&[Role::Repairer][..], true)
    );
    assert_eq!(night.mode, DutyMode::AtPost);
    assert!(!day.night && !noon.night);
}

#[test]
fn r01_8_sign_in_is_due_a_quarter_of_an_hour_early() {
    let planned = plan_day(&preset("r01"), "desk", date("2026-11-24"), CHINA);
    let leads: Vec<u32> = planned.iter().map(|s| s.sign_in_lead_minutes).collect();
    assert_eq!(
        leads,
        [15, 0, 15],
        "noon is a one-tap change without a lead"
    );
}

#[test]
fn r01_1_the_desk_is_required_every_hour_of_every_day() {
    let r01 = preset("r01");
    let day = date("2026-11-24");
    assert_eq!(
        required_hours(&r01, "desk", day, CHINA),
        [(
            CHINA.instant(day, LocalTime::MIDNIGHT),
            CHINA.instant(day, LocalTime::END_OF_DAY)
        )]
    );
    assert!(required_hours(&r01, "nowhere", day, CHINA).is_empty());
}

#[test]
fn the_innermost_shift_holds_the_post() {
    let r01 = preset("r01");
    let day = date("2026-11-24");
    let at = |time: &str| CHINA.instant(day, time.parse().expect("a time"));
    let holder = |time| shift_at(&r01, "desk", at(time), CHINA).map(|shift| shift.shift);
    assert_eq!(holder("08:59").as_deref(), Some("night"));
    assert_eq!(holder("09:00").as_deref(), Some("day"));
    assert_eq!(holder("11:30").as_deref(), Some("noon"));
    assert_eq!(holder("13:30").as_deref(), Some("day"));
    assert_eq!(holder("17:30").as_deref(), Some("night"));
}

#[test]
fn a_new_version_waits_for_the_next_shift_boundary() {
    let r01 = preset("r01");
    let day = date("2026-11-24");
    let at = |time: &str| CHINA.instant(day, time.parse().expect("a time"));
    let desk = ["desk".to_owned()];
    assert_eq!(
        next_boundary(&r01, &desk, at("10:00"), CHINA),
        Some(at("17:30"))
    );
    assert_eq!(
        next_boundary(&r01, &desk, at("18:00"), CHINA),
        Some(CHINA.instant(day.plus_days(1), LocalTime::new(9, 0).expect("nine")))
    );
}

proptest! {
    #[test]
    fn r01_tiles_24_hours_on_any_date(day in -40_000_i64..80_000) {
        let r01 = preset("r01");
        let date = Date::from_days_since_epoch(day);
        let whole = (
            CHINA.instant(date, LocalTime::MIDNIGHT),
            CHINA.instant(date, LocalTime::END_OF_DAY),
        );
        for post in ["desk", "south_gate"] {
            let main: Vec<_> = plan_period(&r01, post, date.plus_days(-1), date, CHINA)
                .into_iter()
                .filter(|shift| shift.within.is_none())
                .collect();
            for pair in main.windows(2) {
                prop_assert_eq!(pair[0].ends_at, pair[1].starts_at);
            }
            let spans = main.iter().map(|shift| (shift.starts_at, shift.ends_at)).collect();
            prop_assert!(gaps(whole, spans).is_empty());
        }
        let noon = shift_at(&r01, "desk", whole.0 + Span::hours(12), CHINA);
        prop_assert_eq!(noon.map(|shift| shift.shift), Some("noon".to_owned()));
    }
}
