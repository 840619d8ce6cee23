//! Posts, shifts, modes and lead times of each regulation.

use zhishou_rules::access::Role;
use zhishou_rules::regulation::{
    Breach, Change, Channel, DutyMode, HolidayRule, LeavingNeeds, PublishBy, Recurrence,
    Responsible, Severity, Sleeping, Trigger, check,
};

use super::{FRI, MON, SAT, SUN, found, leads, plan, regulation, source, times};

#[test]
fn r01_2_and_8_noon_and_night_with_a_quarter_of_an_hour_lead() {
    let planned = plan(&regulation("r01"), "desk", MON);
    assert_eq!(
        times(&planned),
        ["day 09:00-17:30", "noon 11:30-13:30", "night 17:30-09:00+1"]
    );
    assert_eq!(leads(&planned), [15, 0, 15]);
}

#[test]
fn r02_1_duty_from_end_of_work_to_start_of_the_next_work_day() {
    let r02 = regulation("r02");
    assert_eq!(times(&plan(&r02, "office", MON)), ["duty 17:30-08:30+1"]);
    assert_eq!(times(&plan(&r02, "office", FRI)), ["duty 17:30-08:30+1"]);
    // The rest days between two work days have a duty of their own, so nothing is left open.
    assert_eq!(times(&plan(&r02, "office", SAT)), ["duty 08:30-08:30+1"]);
    assert_eq!(times(&plan(&r02, "office", SUN)), ["duty 08:30-08:30+1"]);
    let contractors = &r02.notices[0];
    assert_eq!(
        (contractors.days_ahead, contractors.in_writing),
        (Some(7), true)
    );
    assert!(contractors.again_on_change);
    assert_eq!(r02.shifts[0].qualifications, ["site_manager"]);
    assert_eq!(r02.roster.raises[0].more_people, 1);
    assert!(r02.roster.in_turn && r02.roster.refusal_needs_reason);
}

#[test]
fn r03_is_r01_in_other_words() {
    let (r03, r01) = (regulation("r03"), regulation("r01"));
    assert_eq!(r03.shifts, r01.shifts);
    assert_eq!(r03.regulation.inherited.as_deref(), Some("r01"));
    assert!(r03.clause("R03.6").is_some() && r03.clause("R01.6").is_none());
    assert_eq!(leads(&plan(&r03, "desk", MON)), [15, 0, 15]);
}

#[test]
fn r04_1_and_3_6_engineering_day_and_night_and_bedding_on_the_8th_18th_and_28th() {
    let r04 = regulation("r04");
    assert_eq!(
        times(&plan(&r04, "engineering", SAT)),
        ["day 08:30-17:30", "night 17:30-08:30+1"]
    );
    let bedding = r04
        .periodic
        .iter()
        .find(|duty| duty.key == "bedding")
        .expect("bedding");
    assert_eq!(bedding.when, Recurrence::MonthDays(vec![8, 18, 28]));
}

#[test]
fn r05_1_and_2_24_hours_and_an_emergency_post_for_special_cases() {
    let r05 = regulation("r05");
    assert!(r05.post("desk").expect("desk").all_day);
    let emergency = plan(&r05, "emergency", MON);
    assert!(emergency[0].optional);
    assert_eq!(
        emergency[0].mode,
        DutyMode::OnCall {
            response_minutes: 30
        }
    );
}

#[test]
fn r06_13_each_breach_is_a_kind_of_its_own() {
    let r06 = regulation("r06");
    assert!(r06.discipline.breaches.contains(&Breach::EarlyLeave));
    assert!(r06.discipline.breaches.contains(&Breach::DataLeak));
    assert_eq!(times(&plan(&r06, "gate", MON)).len(), 3);
}

#[test]
fn r07_3_4_ten_minutes_in_and_fifteen_out_and_three_rings() {
    let r07 = regulation("r07");
    assert_eq!(leads(&plan(&r07, "desk", MON)), [10]);
    assert_eq!(r07.sign_in.outgoing_ready_minutes, Some(15));
    assert_eq!(r07.desk.answer_limit_seconds(), Some(15));
    assert!(r07.roster.private_swaps_forbidden && r07.roster.swap.expect("swap").form);
}

#[test]
fn r08_1_and_2_7_the_evening_hands_the_line_to_the_south_gate() {
    let r08 = regulation("r08");
    assert_eq!(
        times(&plan(&r08, "desk", MON)),
        [
            "day 09:00-18:00",
            "noon 12:00-14:00",
            "evening 18:00-21:00",
            "line_weekday_night 21:00-09:00+1"
        ]
    );
    let weekend = plan(&r08, "desk", SAT);
    assert_eq!(
        times(&weekend),
        [
            "day 09:00-18:00",
            "noon 12:00-14:00",
            "line_weekend 18:00-09:00+1"
        ]
    );
    let line = &weekend[2];
    assert_eq!(
        line.change,
        Change::LineTransfer {
            to_post: "south_gate".into()
        }
    );
    assert_eq!(
        (line.count, line.roles.len(), line.sign_in_lead_minutes),
        (0, 0, 0)
    );
    assert_eq!(r08.handover.review_record_of, ["south_gate"]);
    assert!(r08.handover.note_when_off_next_day);
}

#[test]
fn r09_2_saturday_and_sunday_one_or_two_people() {
    let r09 = regulation("r09");
    assert_eq!(times(&plan(&r09, "desk", SAT)), ["weekend 09:00-18:00"]);
    assert_eq!(times(&plan(&r09, "desk", SUN)), ["weekend 09:00-18:00"]);
    assert!(plan(&r09, "desk", MON).is_empty());
    let shift = &r09.shifts[0];
    assert_eq!((shift.people, shift.people_at_most), (1, Some(2)));
}

#[test]
fn r10_3_a_hotline_held_24_hours() {
    let r10 = regulation("r10");
    assert_eq!(
        times(&plan(&r10, "hotline", SUN)),
        [
            "night 00:00-08:00",
            "early 08:00-16:00",
            "late 16:00-00:00+1"
        ]
    );
    assert_eq!(r10.desk.scripts[0].key, "media");
}

#[test]
fn r11_16_a_leader_is_rostered_each_day() {
    let r11 = regulation("r11");
    assert!(r11.roster.leader_each_day);
    let leader = plan(&r11, "leader", SAT);
    assert_eq!(times(&leader), ["lead 09:00-09:00+1"]);
    assert_eq!(
        leader[0].mode,
        DutyMode::OnCall {
            response_minutes: 30
        }
    );
    assert_eq!(r11.escalations[0].on, Trigger::Incident);
}

#[test]
fn r12_6_working_hours_of_the_company() {
    let r12 = regulation("r12");
    assert_eq!(times(&plan(&r12, "desk", MON)), ["day 08:30-17:30"]);
    assert!(plan(&r12, "desk", SAT).is_empty());
    assert!(r12.desk.transfer_tells_wait);
}

#[test]
fn r13_9_assessed_by_weights() {
    let r13 = regulation("r13");
    let sum: u32 = r13
        .assessment
        .indicators
        .iter()
        .map(|i| i.weight_percent)
        .sum();
    assert_eq!(sum, 100);
    assert_eq!(r13.discipline.forbidden.len(), 4);
}

#[test]
fn r14_3_a_quarter_of_an_hour_early_fit_and_awake() {
    let r14 = regulation("r14");
    assert_eq!(leads(&plan(&r14, "desk", MON)), [15, 15, 15]);
    assert!(r14.handover.fitness_check);
    assert_eq!(r14.discipline.sleeping, Sleeping::Forbidden);
    assert_eq!(r14.leaving.approved_by, [Role::ShiftLeader]);
}

#[test]
fn r15_5_desk_repair_and_patrol() {
    let r15 = regulation("r15");
    for post in ["desk", "repair", "patrol"] {
        assert!(!plan(&r15, post, MON).is_empty(), "{post} is staffed");
    }
}

#[test]
fn r16_5_leaving_needs_leave_and_a_replacement() {
    let r16 = regulation("r16");
    assert_eq!(r16.leaving.non_urgent, LeavingNeeds::StandInAndApproval);
    assert_eq!(r16.inspections[0].when, Recurrence::RandomPerMonth(4));
    assert!(r16.inspections[1].night);
}

#[test]
fn r17_2_noon_until_half_past_two_and_the_table_at_month_end() {
    let r17 = regulation("r17");
    let planned = plan(&r17, "desk", MON);
    assert_eq!(times(&planned), ["day 08:30-18:00", "noon 12:00-14:30"]);
    assert_eq!(planned[1].change, Change::OneTap);
    assert_eq!(r17.roster.publish_by, Some(PublishBy::MonthDay(28)));
    assert_eq!(
        r17.reachability.call_out_by,
        [Role::FrontDesk, Role::ServiceClerk]
    );
}

#[test]
fn r18_9_early_late_and_a_night_only_if_needed() {
    let planned = plan(&regulation("r18"), "desk", MON);
    assert_eq!(
        times(&planned),
        [
            "early 07:00-14:00",
            "late 14:00-21:00",
            "night 21:00-07:00+1"
        ]
    );
    let optional: Vec<bool> = planned.iter().map(|shift| shift.optional).collect();
    assert_eq!(optional, [false, false, true]);
}

#[test]
fn r19_2_three_shifts_of_two_with_one_responsible() {
    let r19 = regulation("r19");
    let planned = plan(&r19, "desk", SUN);
    assert_eq!(
        times(&planned),
        [
            "third 01:00-09:00",
            "first 09:00-17:00",
            "second 17:00-01:00+1"
        ]
    );
    assert!(planned.iter().all(|shift| shift.count == 2));
    assert_eq!(leads(&planned), [15, 15, 15]);
    assert_eq!(
        r19.shift("second").map(|shift| shift.responsible),
        Some(Responsible::MarkedOnRoster)
    );
    assert!(r19.desk.channels.contains(&Channel::Mail));
}

#[test]
fn r20_5_four_powers() {
    let r20 = regulation("r20");
    assert_eq!(r20.powers.len(), 4);
    assert_eq!(times(&plan(&r20, "desk", MON)), ["day 09:00-18:00"]);
}

#[test]
fn r21_night_in_two_stages_second_on_call() {
    let r21 = regulation("r21");
    let planned = plan(&r21, "desk", MON);
    assert_eq!(
        times(&planned),
        [
            "day 08:00-17:30",
            "noon 11:30-14:00",
            "night_at_post 17:30-20:30",
            "night_on_call 20:30-08:00+1"
        ]
    );
    assert_eq!(planned[2].mode, DutyMode::AtPost);
    assert_eq!(
        planned[3].mode,
        DutyMode::OnCall {
            response_minutes: 15
        }
    );
    let second = r21.shift("night_on_call").expect("the second stage");
    assert_eq!(second.sleeping, Sleeping::Allowed);
    assert_eq!((planned[2].night, planned[3].night), (false, true));
}

#[test]
fn r22_3_weekends_staffed_and_three_levels_of_responsibility() {
    let r22 = regulation("r22");
    assert_eq!(times(&plan(&r22, "reception", SAT)), ["day 08:30-17:30"]);
    assert_eq!(times(&plan(&r22, "reception", SUN)), ["day 08:30-17:30"]);
    assert_eq!(
        r22.regulation.reporting_line,
        [Role::FrontDesk, Role::ServiceSupervisor, Role::Manager]
    );
    assert_eq!(r22.shifts[0].holidays, HolidayRule::AsWeekday);
}

#[test]
fn r23_has_the_undamaged_figures_of_r01() {
    let (r23, r01) = (regulation("r23"), regulation("r01"));
    assert_eq!(plan(&r23, "desk", MON), plan(&r01, "desk", MON));
    assert_eq!(r23.shifts, r01.shifts);
    assert_eq!(r23.sign_in.lead_minutes, 15);
}

#[test]
fn r06_4_the_duties_of_a_post_are_defined_or_the_linter_asks_for_them() {
    let checked = check(source("r06"));
    let asked = found(&checked, "no_duties");
    assert_eq!(asked.len(), 2, "desk and gate state none");
    assert_eq!(asked[0].severity, Severity::Advice);
    assert!(found(&check(source("r01")), "no_duties").is_empty());
}
