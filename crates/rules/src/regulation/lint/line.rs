//! Hours in which another post holds the duty line.

use super::super::required::gaps;
use super::super::{Change, Diagnostic, PlannedShift, Regulation, WorkCalendar};
use super::week::{self, Interval, interval};

/// Says where the line goes, and that somebody is there to hold it.
pub(super) fn line_elsewhere(
    regulation: &Regulation,
    main: &[PlannedShift],
    found: &mut Vec<Diagnostic>,
) {
    let mut targets: Vec<(&str, Vec<&PlannedShift>)> = Vec::new();
    for shift in main.iter().filter(|shift| week::in_week(shift.starts_at)) {
        if let Change::LineTransfer { to_post } = &shift.change {
            match targets.iter_mut().find(|(known, _)| known == to_post) {
                Some((_, shifts)) => shifts.push(shift),
                None => targets.push((to_post, vec![shift])),
            }
        }
    }
    for (target, shifts) in targets {
        let Some(post) = regulation.post(target) else {
            continue;
        };
        let hours: Vec<Interval> = shifts.iter().map(|shift| interval(shift)).collect();
        let (zh, en) = week::say(&hours);
        let path = format!("shifts.{}.line_to", shifts[0].shift);
        found.push(
            Diagnostic::advice(
                "line_elsewhere",
                path.clone(),
                format!("值班电话在以下时段由“{}”接听：{zh}", post.name.zh),
                format!("the duty line lies with “{}”: {en}", post.name.en),
            )
            .help(
                "请确认这些时段该岗位有人、并会接待登记",
                "Make sure that this post is held then and can take calls.",
            ),
        );
        found.extend(line_to_empty(regulation, target, &hours, path));
    }
}

/// The line must not be handed to a post that nobody holds then.
fn line_to_empty(
    regulation: &Regulation,
    target: &str,
    hours: &[Interval],
    path: String,
) -> Option<Diagnostic> {
    let held: Vec<Interval> = week::shifts(regulation, target, &WorkCalendar::default())
        .iter()
        .filter(|shift| !shift.optional && !matches!(shift.change, Change::LineTransfer { .. }))
        .map(interval)
        .collect();
    let open: Vec<Interval> = hours
        .iter()
        .flat_map(|whole| gaps(*whole, held.clone()))
        .collect();
    (!open.is_empty()).then(|| {
        let (zh, en) = week::say(&open);
        Diagnostic::error(
            "line_to_empty_post",
            path,
            format!("值班电话转到了没有人的岗位：{zh}"),
            format!("the line goes to a post that nobody holds: {en}"),
        )
        .help(
            "为接电话的岗位补上班次",
            "Give the receiving post shifts in these hours.",
        )
    })
}
