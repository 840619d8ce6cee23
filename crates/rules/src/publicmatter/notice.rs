//! The notice to the homes concerned 告知单. It is read by residents, so its words are Chinese
//! whatever language the desk works in.

use serde::Serialize;
use utoipa::ToSchema;
use zhishou_base::Date;

/// What a notice is made of.
#[derive(Debug, Clone, Copy)]
pub struct NoticeFacts<'a> {
    /// The community's name.
    pub community: &'a str,
    /// What it is about.
    pub title: &'a str,
    /// What every caller is told.
    pub answer: &'a str,
    /// Names of the buildings concerned; none for the whole community.
    pub buildings: &'a [String],
    /// The telephone of the desk; empty when none is on file.
    pub phone: &'a str,
    /// The day of the notice.
    pub date: Date,
}

/// A notice, part by part as it stands on the sheet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct MatterNotice {
    /// 标题
    pub heading: String,
    /// 称呼
    pub addressee: String,
    /// The body, paragraph by paragraph.
    pub paragraphs: Vec<String>,
    /// 落款
    pub signature: String,
    /// 日期, as written under a notice.
    pub dated: String,
}

impl MatterNotice {
    /// The whole notice as text, to be pasted into a group chat.
    pub fn text(&self) -> String {
        let mut lines = vec![self.heading.clone(), self.addressee.clone()];
        lines.extend(self.paragraphs.iter().cloned());
        lines.extend([self.signature.clone(), self.dated.clone()]);
        lines.join("\n")
    }
}

/// Writes the notice of a matter.
pub fn compose_notice(facts: NoticeFacts<'_>) -> MatterNotice {
    let mut paragraphs: Vec<String> = facts
        .answer
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .map(ended)
        .collect();
    paragraphs.push(match facts.phone {
        "" => "如有疑问，请联系客户服务中心。感谢您的理解与配合。".to_owned(),
        phone => format!("如有疑问，请致电客户服务中心：{phone}。感谢您的理解与配合。"),
    });
    let (year, month, day) = facts.date.parts();
    MatterNotice {
        heading: heading(facts.title.trim()),
        addressee: addressee(facts.community, facts.buildings),
        paragraphs,
        signature: format!("{}客户服务中心", facts.community),
        dated: format!("{year}年{month}月{day}日"),
    }
}

/// A title that is worded as a heading already stays as it is.
fn heading(title: &str) -> String {
    let is_heading = ["通知", "告知", "公告"]
        .iter()
        .any(|end| title.ends_with(end));
    match (title.starts_with("关于"), is_heading) {
        (_, true) => title.to_owned(),
        (true, false) => format!("{title}的通知"),
        (false, false) => format!("关于{title}的通知"),
    }
}

fn addressee(community: &str, buildings: &[String]) -> String {
    if buildings.is_empty() {
        format!("尊敬的{community}全体业主、住户：")
    } else {
        format!("尊敬的{}业主、住户：", buildings.join("、"))
    }
}

/// A sentence ends with a mark, also where the desk typed none.
fn ended(line: &str) -> String {
    if line.ends_with(['。', '！', '？', '；', '：', '…', '.', '!', '?']) {
        line.to_owned()
    } else {
        format!("{line}。")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn facts<'a>(title: &'a str, buildings: &'a [String]) -> NoticeFacts<'a> {
        NoticeFacts {
            community: "和安花园",
            title,
            answer: "水管爆裂，正在抢修\n预计 18:00 恢复供水。",
            buildings,
            phone: "027-88880000",
            date: Date::new(2026, 11, 24).expect("a date"),
        }
    }

    #[test]
    fn the_homes_concerned_read_what_every_caller_was_told() {
        let buildings = ["3栋".to_owned(), "5栋".to_owned()];
        let notice = compose_notice(facts("3栋、5栋停水", &buildings));
        assert_eq!(
            notice.text(),
            "关于3栋、5栋停水的通知\n尊敬的3栋、5栋业主、住户：\n水管爆裂，正在抢修。\n\
             预计 18:00 恢复供水。\n如有疑问，请致电客户服务中心：027-88880000。\
             感谢您的理解与配合。\n和安花园客户服务中心\n2026年11月24日"
        );
    }

    #[test]
    fn without_buildings_it_is_the_whole_community() {
        let notice = compose_notice(NoticeFacts {
            phone: "",
            ..facts("北门施工", &[])
        });
        assert_eq!(notice.addressee, "尊敬的和安花园全体业主、住户：");
        assert!(!notice.text().contains("致电"));
    }

    #[test]
    fn a_heading_is_not_made_twice() {
        for (title, expected) in [
            ("停水", "关于停水的通知"),
            ("关于停水", "关于停水的通知"),
            ("关于停水的通知", "关于停水的通知"),
            ("停水公告", "停水公告"),
        ] {
            assert_eq!(compose_notice(facts(title, &[])).heading, expected);
        }
    }
}
