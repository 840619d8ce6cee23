//! The Chinese words of closed sets, as printed.

use zhishou_base::Weekday;

use super::{Breach, Measure, ServiceKind, ServiceUrgency, WEEK};
use crate::access::Role;

/// The Chinese name of a role.
pub fn role_name(role: Role) -> &'static str {
    match role {
        Role::FrontDesk => "客服前台",
        Role::ServiceClerk => "客服管理员",
        Role::ServiceSupervisor => "客服主管",
        Role::Repairer => "水电维修员",
        Role::Guard => "秩序维护员",
        Role::CleaningForeman => "保洁绿化领班",
        Role::ShiftLeader => "带班领导",
        Role::Manager => "物业经理",
        Role::Director => "管理处主任",
        Role::Administrator => "系统管理员",
    }
}

/// Roles joined as a list.
pub(super) fn roles_zh(roles: &[Role]) -> String {
    let names: Vec<&str> = roles.iter().map(|role| role_name(*role)).collect();
    names.join("、")
}

/// Days of the week in Chinese: `每天`, `周一至周五`, `周六、周日`.
pub fn days_zh(days: &[Weekday]) -> String {
    days_in(
        days,
        &["周一", "周二", "周三", "周四", "周五", "周六", "周日"],
        "每天",
        "至",
        "、",
    )
}

/// Days of the week in English: `every day`, `Mon-Fri`, `Sat, Sun`.
pub(super) fn days_en(days: &[Weekday]) -> String {
    days_in(
        days,
        &["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
        "every day",
        "-",
        ", ",
    )
}

/// Runs of three days or more are joined; shorter ones are listed.
fn days_in(days: &[Weekday], names: &[&str; 7], all: &str, to: &str, and: &str) -> String {
    let on: Vec<usize> = (0..7)
        .filter(|index| days.contains(&WEEK[*index]))
        .collect();
    if on.len() == 7 {
        return all.to_owned();
    }
    let mut parts: Vec<String> = Vec::new();
    let mut rest = on.as_slice();
    while let Some(first) = rest.first() {
        let run = rest
            .iter()
            .zip(*first..)
            .take_while(|(day, next)| *day == next)
            .count();
        if run >= 3 {
            parts.push(format!("{}{to}{}", names[*first], names[first + run - 1]));
        } else {
            parts.extend(rest[..run].iter().map(|day| names[*day].to_owned()));
        }
        rest = &rest[run..];
    }
    parts.join(and)
}

/// The Chinese name of a kind of contact or work order.
pub(super) fn kind_name(kind: ServiceKind) -> &'static str {
    match kind {
        ServiceKind::Repair => "报修",
        ServiceKind::Complaint => "投诉",
        ServiceKind::Inquiry => "咨询",
        ServiceKind::Suggestion => "建议",
        ServiceKind::Help => "求助",
        ServiceKind::Entrusted => "委托服务",
        ServiceKind::Business => "业务办理",
    }
}

/// The Chinese name of an urgency.
pub(super) fn urgency_name(urgency: ServiceUrgency) -> &'static str {
    match urgency {
        ServiceUrgency::Normal => "一般",
        ServiceUrgency::Urgent => "紧急",
        ServiceUrgency::Emergency => "应急",
    }
}

/// The Chinese name of a breach.
pub(super) fn breach_name(breach: Breach) -> &'static str {
    match breach {
        Breach::Late => "迟到",
        Breach::EarlyLeave => "早退",
        Breach::OffPost => "脱岗",
        Breach::Wandering => "串岗",
        Breach::Asleep => "睡岗",
        Breach::Absent => "旷工",
        Breach::PrivateSwap => "私自调班",
        Breach::Neglect => "玩忽职守",
        Breach::DataLeak => "泄露住户信息",
        Breach::Abuse => "利用职务谋私",
        Breach::Intoxicated => "酒后上岗",
        Breach::PoorRecord => "值班记录不规范",
        Breach::SlowAnswer => "接听不及时",
    }
}

/// The Chinese name of a measure.
pub(super) fn measure_name(measure: Measure) -> &'static str {
    match measure {
        Measure::Warning => "警告",
        Measure::Circulation => "通报",
        Measure::Points => "扣分",
        Measure::WithheldBonus => "扣发绩效奖金",
        Measure::Fine => "罚款",
        Measure::Retraining => "再培训",
        Measure::Transfer => "调整岗位",
        Measure::Dismissal => "解除劳动合同",
    }
}

/// Minutes as people say them: `30 分钟`, `2 小时`, `3 天`.
pub(super) fn minutes_zh(minutes: u32) -> String {
    match minutes {
        m if m >= 1_440 && m % 1_440 == 0 => format!("{} 天", m / 1_440),
        m if m >= 60 && m % 60 == 0 => format!("{} 小时", m / 60),
        m => format!("{m} 分钟"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_said_the_way_people_say_them() {
        assert_eq!(days_zh(&WEEK), "每天");
        assert_eq!(days_zh(&WEEK[..5]), "周一至周五");
        assert_eq!(days_zh(&WEEK[5..]), "周六、周日");
        assert_eq!(days_en(&[Weekday::Mon, Weekday::Wed]), "Mon, Wed");
        assert_eq!(minutes_zh(90), "90 分钟");
        assert_eq!(minutes_zh(2_880), "2 天");
    }
}
