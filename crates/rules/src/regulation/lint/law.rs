//! What is doubtful in labour law: advice with its article, not legal counsel.

use super::super::{Diagnostic, Measure, PlannedShift, Regulation, WorkCalendar};
use super::week;

/// Hours a day by article 36 of the labour law 劳动法.
const HOURS_A_DAY: i64 = 8;
/// Hours a day with the overtime of special cases, article 41.
const HOURS_A_DAY_AT_MOST: i64 = 11;
/// The effective norm of a week.
const HOURS_A_WEEK: i64 = 40;

pub(super) fn lint(regulation: &Regulation) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for post in &regulation.posts {
        let planned = week::shifts(regulation, &post.key, &WorkCalendar::default());
        let main: Vec<&PlannedShift> = planned
            .iter()
            .filter(|s| s.within.is_none() && s.count > 0 && week::in_week(s.starts_at))
            .collect();
        long_shifts(regulation, &main, &mut found);
        if let Some(staff) = post.staff {
            found.extend(week_hours(&post.key, staff, &main));
        }
    }
    fines(regulation, &mut found);
    found
}

fn long_shifts(regulation: &Regulation, main: &[&PlannedShift], found: &mut Vec<Diagnostic>) {
    let mut said: Vec<&str> = Vec::new();
    for planned in main {
        let minutes = planned.ends_at.since(planned.starts_at).whole_minutes();
        let limit = if planned.night {
            HOURS_A_DAY
        } else {
            HOURS_A_DAY_AT_MOST
        };
        let Some(shift) = regulation.shift(&planned.shift) else {
            continue;
        };
        if minutes <= limit * 60 || said.contains(&planned.shift.as_str()) {
            continue;
        }
        said.push(&planned.shift);
        let hours = hours(minutes);
        let (code, word_zh, word_en) = if planned.night {
            ("long_night", "夜班", "night")
        } else {
            ("long_shift", "班次", "shift")
        };
        let (rest_zh, rest_en) = if shift.rest_possible {
            (
                "制度已注明可以休息，请如实记录每夜休息与出勤情况",
                "The regulation says that rest is possible: record each night whether it was.",
            )
        } else {
            (
                "制度未注明可以休息(rest_possible)",
                "The regulation does not say that rest is possible (rest_possible).",
            )
        };
        found.push(
            Diagnostic::warning(
                code,
                format!("shifts.{}.hours", planned.shift),
                format!("“{}”单个{word_zh}长达 {hours} 小时", shift.name.zh),
                format!("“{}”, a single {word_en}, lasts {hours} hours", shift.name.en),
            )
            .help(
                format!("超过 8 小时的，应为可休息的值班，或经批准实行综合计算工时(劳动法第三十六、三十九条)；{rest_zh}"),
                format!("Beyond 8 hours it stands only as duty with rest, or under an approved system (Labour Law 36, 39). {rest_en}"),
            ),
        );
    }
}

/// Minutes as hours with at most one decimal.
fn hours(minutes: i64) -> String {
    let tenths = (minutes * 10 + 30) / 60;
    if tenths % 10 == 0 {
        (tenths / 10).to_string()
    } else {
        format!("{}.{}", tenths / 10, tenths % 10)
    }
}

fn week_hours(post: &str, staff: u32, main: &[&PlannedShift]) -> Option<Diagnostic> {
    let total: i64 = main
        .iter()
        .filter(|shift| !shift.optional)
        .map(|shift| shift.ends_at.since(shift.starts_at).whole_minutes() * i64::from(shift.count))
        .sum();
    let staff = i64::from(staff);
    if staff == 0 || total <= staff * HOURS_A_WEEK * 60 {
        return None;
    }
    let each = hours(total / staff);
    let needed = (total + HOURS_A_WEEK * 60 - 1) / (HOURS_A_WEEK * 60);
    Some(
        Diagnostic::warning(
            "week_too_long",
            format!("posts.{post}.staff"),
            format!("{staff} 人轮值，每人每周 {each} 小时"),
            format!("{staff} people would work {each} hours a week each"),
        )
        .help(
            format!("按每周 {HOURS_A_WEEK} 小时需要 {needed} 人(劳动法第三十六、三十八条)"),
            format!("At {HOURS_A_WEEK} hours a week it takes {needed} people (Labour Law 36, 38)."),
        ),
    )
}

fn fines(regulation: &Regulation, found: &mut Vec<Diagnostic>) {
    if regulation
        .assessment
        .ladder
        .iter()
        .any(|step| step.measure == Measure::Fine)
    {
        found.push(
            Diagnostic::warning(
                "fine_by_employer",
                "assessment.ladder",
                "用人单位对员工罚款缺乏法律依据",
                "a fine imposed by an employer is doubtful in law",
            )
            .help(
                "改用绩效考核扣分或扣发绩效奖金，并事先公示规则",
                "Use points or a withheld bonus under published rules instead.",
            ),
        );
    }
}
