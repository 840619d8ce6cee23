//! Tests of the people rules.

use proptest::prelude::*;
use zhishou_base::{Date, Refusal, SubjectId};

use super::*;
use crate::access::Role;

fn date(text: &str) -> Date {
    text.parse().expect("a date")
}

fn staff() -> StaffInput {
    StaffInput {
        name: "张建国".into(),
        phone: Some("138 0013-8000".into()),
        department: "客服部".into(),
        joined_on: date("2024-03-01"),
        left_on: None,
        roles: vec![Role::ServiceClerk],
        skills: vec!["低压电工证".into()],
        identity_number: None,
    }
}

#[test]
fn a_pasted_number_loses_spaces_and_the_country_code() {
    for typed in [
        "+86 138 0013 8000",
        "0086-13800138000",
        "１３８００１３８０００",
        "138-0013-8000",
    ] {
        assert_eq!(
            normalise_phone(typed).as_deref(),
            Ok("13800138000"),
            "{typed}"
        );
    }
    assert_eq!(
        normalise_phone("027-8765 4321").as_deref(),
        Ok("02787654321")
    );
    assert_eq!(normalise_phone("4001234567").as_deref(), Ok("4001234567"));
    for wrong in [
        "12345",
        "1380013800",
        "12800138000",
        "1380013800a",
        "138001380001",
    ] {
        let refusal = normalise_phone(wrong).expect_err(wrong);
        assert_eq!(refusal.code(), "phone_is_wrong");
        assert!(refusal.to_string().contains(wrong));
    }
}

#[test]
fn names_and_numbers_are_masked_by_default() {
    assert_eq!(mask_name("张三"), "张*");
    assert_eq!(mask_name("张建国"), "张**");
    assert_eq!(mask_name("欧阳娜娜"), "欧阳**");
    assert_eq!(mask_name("欧阳"), "欧*");
    assert_eq!(mask_phone("13800138000"), "138****8000");
    assert_eq!(mask_phone("87654321"), "****4321");
    assert_eq!(mask_phone(""), "");
    assert_eq!(
        mask_identity_number("11010519491231002X"),
        "110*************2X"
    );
}

#[test]
fn an_identity_number_is_checked_by_its_checksum() {
    assert_eq!(
        check_identity_number("11010519491231002x").as_deref(),
        Ok("11010519491231002X")
    );
    assert!(check_identity_number("110105194912310021").is_err());
    let refusal = check_identity_number("4201061990").expect_err("too short");
    assert!(
        !refusal.to_string().contains("4201"),
        "a refusal repeats no personal data"
    );
}

#[test]
fn a_name_is_found_by_pinyin_and_polyphone_surnames_read_as_surnames() {
    let key = pinyin_key("张建国");
    assert_eq!(
        (key.full.as_str(), key.initials.as_str()),
        ("zhangjianguo", "zjg")
    );
    assert_eq!(pinyin_key("单小红").full, "shanxiaohong");
    assert_eq!(pinyin_key("曾莉").initials, "zl");
    assert_eq!(pinyin_key("尉迟恭").initials, "ycg");
    assert_eq!(pinyin_key("吕Wei").full, "lvwei");
    assert_eq!(pinyin_key("李重庆").full, "lichongqing");
    assert_eq!(pinyin_key("单长江").initials, "scj");
}

#[test]
fn a_room_is_found_however_it_is_written() {
    for typed in [
        "3栋2单元1501室",
        "3-2-1501",
        "3号楼2单元1501",
        "3#2 1501",
        "３栋２单元１５０１",
    ] {
        assert_eq!(room_key(typed), "3-2-1501", "{typed}");
    }
    let address = RoomAddress {
        building: "A座".into(),
        unit: String::new(),
        room: "902".into(),
    };
    assert_eq!(address.key(), "a-902");
    assert_eq!(address.label(), "A座902");
}

#[test]
fn buildings_stand_in_the_order_in_which_people_count() {
    let mut names = ["10栋", "A区12栋", "2栋", "会所", "A区3栋"];
    names.sort_by_key(|name| building_order(name));
    assert_eq!(names, ["2栋", "10栋", "A区3栋", "A区12栋", "会所"]);
}

#[test]
fn one_search_field_takes_phone_room_name_and_pinyin() {
    let phone = CallerQuery::read("+86 138 0013 8000");
    assert_eq!(phone.phone.as_deref(), Some("13800138000"));
    let both = CallerQuery::read("1501");
    assert_eq!(both.phone.as_deref(), Some("1501"));
    assert_eq!(both.room.as_deref(), Some("1501"));
    let room = CallerQuery::read("3栋1501");
    assert_eq!((room.room.as_deref(), room.name), (Some("3-1501"), None));
    assert_eq!(CallerQuery::read("张建").name.as_deref(), Some("张建"));
    assert_eq!(CallerQuery::read("ZJG").pinyin.as_deref(), Some("zjg"));
    assert!(CallerQuery::read("  ").is_empty());
}

#[test]
fn what_is_wrong_with_a_person_is_said_field_by_field() {
    assert_eq!(check_staff(&staff()), vec![]);
    let wrong = StaffInput {
        name: " ".into(),
        phone: Some("123".into()),
        left_on: Some(date("2024-02-28")),
        roles: vec![],
        identity_number: Some("12".into()),
        ..staff()
    };
    let pointers: Vec<String> = check_staff(&wrong).into_iter().map(|f| f.pointer).collect();
    assert_eq!(
        pointers,
        ["/name", "/phone", "/left_on", "/roles", "/identity_number"]
    );
}

#[test]
fn a_post_key_is_a_word_of_the_regulations() {
    let post = PostInput {
        key: "south_gate".into(),
        name_zh: "南门岗".into(),
        name_en: "South gate".into(),
        kind: PostKind::Gate,
        phone: String::new(),
    };
    assert_eq!(check_post(&post), vec![]);
    for key in ["", "South", "南门", "1gate", "a-b"] {
        let faults = check_post(&PostInput {
            key: key.into(),
            ..post.clone()
        });
        assert_eq!(faults[0].pointer, "/key", "{key}");
    }
}

#[test]
fn the_last_day_counts_as_worked_and_leaving_twice_is_refused() {
    let employment = Employment {
        joined_on: date("2024-03-01"),
        left_on: None,
    };
    let left = deactivate(employment, date("2026-11-30"), date("2026-11-24")).expect("leaves");
    assert!(left.is_active_on(date("2026-11-30")));
    assert!(!left.is_active_on(date("2026-12-01")));
    assert!(!left.is_active_on(date("2024-02-29")));
    let moved = deactivate(left, date("2026-12-31"), date("2026-11-24"));
    assert!(
        moved.is_ok(),
        "a last day that is still to come may be moved"
    );
    let again = deactivate(left, date("2026-12-31"), date("2026-12-02"));
    assert_eq!(
        again,
        Err(PeopleRefusal::AlreadyLeft {
            left_on: date("2026-11-30")
        })
    );
    assert!(deactivate(employment, date("2024-01-01"), date("2026-11-24")).is_err());
}

#[test]
fn seeing_personal_data_is_free_in_the_live_call_and_needs_a_reason_when_browsing() {
    let occasion = Some(SubjectId(uuid::Uuid::from_u128(7)));
    let ask = |context, occasion, reason| {
        may_reveal(AskedReveal {
            context,
            occasion,
            reason,
        })
    };
    assert!(ask(RevealContext::LiveContact, occasion, "").is_ok());
    assert!(ask(RevealContext::OwnJob, None, "").is_err());
    assert!(ask(RevealContext::Browsing, None, "看看").is_err());
    assert!(ask(RevealContext::Browsing, None, "核对车位欠费").is_ok());
}

proptest! {
    #[test]
    fn masking_never_shows_the_middle_of_a_mobile_number(digits in "1[3-9][0-9]{9}") {
        let masked = mask_phone(&digits);
        prop_assert_eq!(masked.len(), 11);
        prop_assert_eq!(&masked[3..7], "****");
    }

    #[test]
    fn any_text_can_be_searched_and_keyed(text in "\\PC{0,30}") {
        let query = CallerQuery::read(&text);
        let key = room_key(&text);
        prop_assert!(!key.starts_with('-') && !key.ends_with('-'));
        if let Some(room) = query.room { prop_assert_eq!(room, key); }
        prop_assert!(pinyin_key(&text).full.chars().all(|c| c.is_ascii_alphanumeric()));
        prop_assert!(mask_name(&text).chars().count() <= 5);
    }
}
