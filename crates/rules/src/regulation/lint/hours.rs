//! Gaps and overlaps in the hours of a post.

use super::super::{
    Diagnostic, Edge, Hours, PlannedShift, Post, Regulation, Severity, WorkCalendar,
};
use super::line;
use super::week::{self, Interval, interval};

pub(super) fn lint(regulation: &Regulation) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    derived(regulation, &mut found);
    for post in &regulation.posts {
        let all = week::shifts(regulation, &post.key, &WorkCalendar::default());
        if all.is_empty() {
            found.extend(no_shifts(post));
            continue;
        }
        let (inner, main): (Vec<_>, Vec<_>) = all.into_iter().partition(|s| s.within.is_some());
        overlaps(&main, &mut found);
        nested(&inner, &main, &mut found);
        gaps(post, &main, &mut found);
        on_holidays(regulation, post, &main, &mut found);
        line::line_elsewhere(regulation, &main, &mut found);
    }
    found
}

fn no_shifts(post: &Post) -> Option<Diagnostic> {
    post.all_day.then(|| {
        Diagnostic::error(
            "gap",
            format!("posts.{}", post.key),
            format!("“{}”标为 24 小时岗位，却没有任何班次", post.name.zh),
            format!("“{}” is a 24-hour post without any shift", post.name.en),
        )
        .help(
            "为这个岗位写 [[shifts]]，或去掉 all_day",
            "Write [[shifts]] for this post, or drop all_day.",
        )
    })
}

/// Edges derived from the working day need a working day on the clock.
fn derived(regulation: &Regulation, found: &mut Vec<Diagnostic>) {
    let clocked = regulation
        .work_hours
        .as_ref()
        .is_some_and(|work| work.hours.clock().is_some());
    let is_derived = |hours: &Hours| {
        [hours.from, hours.to]
            .iter()
            .any(|edge| !matches!(edge, Edge::At(_)))
    };
    for shift in regulation
        .shifts
        .iter()
        .filter(|shift| is_derived(&shift.hours) && !clocked)
    {
        found.push(
            Diagnostic::error(
                "no_work_hours",
                format!("shifts.{}.hours", shift.key),
                format!("“{}”随工作时间而定，但没有写明工作时间", shift.name.zh),
                format!(
                    "“{}” derives from the working hours, which are not stated",
                    shift.name.en
                ),
            )
            .help(
                "写上 [work_hours]，例如 hours = \"08:30-17:30\"",
                "Write [work_hours], e.g. hours = \"08:30-17:30\".",
            ),
        );
    }
}

fn overlaps(main: &[PlannedShift], found: &mut Vec<Diagnostic>) {
    let mut named: Vec<(String, String, Vec<Interval>)> = Vec::new();
    let mut ordered: Vec<&PlannedShift> = main.iter().collect();
    ordered.sort_by_key(|shift| shift.starts_at);
    for pair in ordered.windows(2) {
        let (first, second) = (pair[0], pair[1]);
        if second.starts_at >= first.ends_at || !week::in_week(second.starts_at) {
            continue;
        }
        let common = (second.starts_at, first.ends_at.min(second.ends_at));
        match named
            .iter_mut()
            .find(|n| n.0 == first.shift && n.1 == second.shift)
        {
            Some(known) => known.2.push(common),
            None => named.push((first.shift.clone(), second.shift.clone(), vec![common])),
        }
    }
    for (first, second, common) in named {
        let (zh, en) = week::say(&common);
        found.push(
            Diagnostic::error(
                "overlap",
                format!("shifts.{second}.hours"),
                format!("班次 {first} 与 {second} 时间重叠：{zh}"),
                format!("the shifts {first} and {second} overlap: {en}"),
            )
            .help(
                "一个岗位同一时刻只能有一个责任班次；套在里面的班次写 within，同班多人写 people",
                "A post has one responsible shift at a time; use within for a nested shift, people for several persons.",
            ),
        );
    }
}

fn nested(inner: &[PlannedShift], main: &[PlannedShift], found: &mut Vec<Diagnostic>) {
    let outside = |shift: &&PlannedShift| {
        week::in_week(shift.starts_at)
            && !main.iter().any(|outer| {
                Some(&outer.shift) == shift.within.as_ref()
                    && outer.starts_at <= shift.starts_at
                    && shift.ends_at <= outer.ends_at
            })
    };
    let mut keys: Vec<&str> = inner
        .iter()
        .filter(outside)
        .map(|shift| shift.shift.as_str())
        .collect();
    keys.sort_unstable();
    keys.dedup();
    for key in keys {
        let times: Vec<Interval> = inner
            .iter()
            .filter(outside)
            .filter(|s| s.shift == key)
            .map(interval)
            .collect();
        let (zh, en) = week::say(&times);
        found.push(
            Diagnostic::error(
                "outside_outer_shift",
                format!("shifts.{key}.hours"),
                format!("班次 {key} 超出了它所在的班次：{zh}"),
                format!("the shift {key} reaches outside the shift around it: {en}"),
            )
            .help(
                "把时间放进外层班次之内",
                "Keep its hours inside the outer shift.",
            ),
        );
    }
}

fn gaps(post: &Post, main: &[PlannedShift], found: &mut Vec<Diagnostic>) {
    if !post.all_day && !post.phone_line {
        return;
    }
    let firm = main
        .iter()
        .filter(|shift| !shift.optional)
        .map(interval)
        .collect();
    let open = week::uncovered(firm);
    if open.is_empty() {
        return;
    }
    let with_optional = week::uncovered(main.iter().map(interval).collect());
    let (zh, en) = week::say(&open);
    let path = format!("posts.{}", post.key);
    let name = &post.name;
    if with_optional.is_empty() {
        found.push(
            Diagnostic::warning(
                "gap_unless_optional",
                path,
                format!("“{}”在 {zh} 无人值班，除非开设备选班次", name.zh),
                format!("“{}” is empty {en} unless the optional shift runs", name.en),
            )
            .help(
                "在排班时开设备选班次，或写明这段时间值班电话由谁接(line_to)",
                "Run the optional shift on the roster, or say who holds the line then (line_to).",
            ),
        );
        return;
    }
    let severity = if post.all_day {
        Severity::Error
    } else {
        Severity::Warning
    };
    found.push(
        Diagnostic::new(
            severity,
            "gap",
            path,
            format!("“{}”有空岗时段：{zh}", name.zh),
            format!("“{}” is held by nobody: {en}", name.en),
        )
        .help(
            "补一个班次，或写一个 line_to 班次把值班电话转到门岗",
            "Add a shift, or one with line_to that hands the line to the gate.",
        ),
    );
}

/// A 24-hour post must also be held when Wednesday is a holiday and Saturday a workday.
fn on_holidays(
    regulation: &Regulation,
    post: &Post,
    plain: &[PlannedShift],
    found: &mut Vec<Diagnostic>,
) {
    let covered = |shifts: &[PlannedShift]| {
        shifts
            .iter()
            .filter(|s| s.within.is_none())
            .map(interval)
            .collect::<Vec<_>>()
    };
    if !post.all_day || !week::uncovered(covered(plain)).is_empty() {
        return;
    }
    let calendar = WorkCalendar {
        holidays: [week::day(2)].into(),
        workdays: [week::day(5)].into(),
    };
    let open = week::uncovered(covered(&week::shifts(regulation, &post.key, &calendar)));
    if open.is_empty() {
        return;
    }
    let (zh, en) = week::say(&open);
    found.push(
        Diagnostic::error(
            "holiday_gap",
            format!("posts.{}", post.key),
            format!("“{}”遇法定节假日或调休日会空岗(以周三放假、周六上班为例：{zh})", post.name.zh),
            format!("“{}” is empty on holidays or make-up workdays (with Wednesday off and Saturday worked: {en})", post.name.en),
        )
        .help(
            "检查各班次的 holidays 设置，补上节假日班次",
            "Check the holidays setting of the shifts and add one for holidays.",
        ),
    );
}
