//! Drafts, publication and adoption.

use std::sync::Arc;

use zhishou_base::{Refusal, Span, UtcOffset};

use super::super::*;
use super::{date, preset};

const CHINA: UtcOffset = UtcOffset::CHINA;

#[test]
fn a_draft_is_written_reviewed_and_published_once() {
    let checked = check(presets::preset("r01").expect("r01").source);
    assert_eq!(
        publish(DraftState::Draft, &checked),
        Err(RegulationRefusal::NotSubmitted)
    );
    let reviewed = submit_for_review(DraftState::Draft, &checked);
    assert_eq!(reviewed, Ok(DraftState::InReview));
    assert_eq!(publish(DraftState::InReview, &checked), Ok(()));
    assert_eq!(save_draft(DraftState::InReview), Ok(DraftState::Draft));
    for refused in [
        save_draft(DraftState::Published).map(|_| ()),
        submit_for_review(DraftState::Published, &checked).map(|_| ()),
        publish(DraftState::Published, &checked),
    ] {
        assert_eq!(refused, Err(RegulationRefusal::AlreadyPublished));
    }
}

#[test]
fn errors_keep_a_draft_from_review_and_publication() {
    let broken = check("[regulation]\nid = \"x\"");
    let refusal = submit_for_review(DraftState::Draft, &broken).expect_err("it has errors");
    assert_eq!(refusal.code(), "regulation_has_errors");
    assert!(refusal.to_string().contains("请先改正再送审"));
    assert!(publish(DraftState::InReview, &broken).is_err());
}

#[test]
fn a_version_takes_effect_where_a_shift_of_the_one_before_begins() {
    let r01 = Arc::new(preset("r01"));
    let at = |time: &str| CHINA.instant(date("2026-11-24"), time.parse().expect("a time"));
    let posts = ["desk".to_owned(), "south_gate".to_owned()];
    let adopted = adopt(
        &r01,
        &posts,
        |_| Some(Arc::clone(&r01)),
        at("10:00"),
        at("09:30"),
        CHINA,
    );
    let times: Vec<_> = adopted
        .expect("adopted")
        .into_iter()
        .map(|p| p.effective_at)
        .collect();
    assert_eq!(times, [at("17:30"), at("15:00")]);
}

#[test]
fn the_first_regulation_takes_effect_at_once_and_never_in_the_past() {
    let r01 = preset("r01");
    let at = |time: &str| CHINA.instant(date("2026-11-24"), time.parse().expect("a time"));
    let desk = ["desk".to_owned()];
    let first = adopt(
        &r01,
        &desk,
        |_| None,
        at("10:00"),
        at("10:00") + Span::seconds(20),
        CHINA,
    );
    assert_eq!(
        first.expect("adopted")[0].effective_at,
        at("10:00") + Span::seconds(20)
    );
    let past = adopt(&r01, &desk, |_| None, at("09:00"), at("10:00"), CHINA);
    assert_eq!(past, Err(RegulationRefusal::EffectiveInPast));
    let none = adopt(&r01, &[], |_| None, at("10:00"), at("10:00"), CHINA);
    assert_eq!(none, Err(RegulationRefusal::NoPosts));
    let pool = adopt(
        &r01,
        &["pool".to_owned()],
        |_| None,
        at("10:00"),
        at("10:00"),
        CHINA,
    );
    assert_eq!(pool.expect_err("no such post").code(), "post_not_described");
}
