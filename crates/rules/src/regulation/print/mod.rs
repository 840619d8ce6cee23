//! The readable regulation 值班制度 in Chinese, as Markdown: for the page, the
//! command line and the wall of the duty room.

mod conduct;
mod service;
mod shifts;

use super::{KeptBy, Regulation, Text, mechanism_name};

/// Writes a regulation as a document people read.
pub fn print(regulation: &Regulation) -> String {
    let mut page = Page::default();
    heading(regulation, &mut page);
    posts(regulation, &mut page);
    shifts::shifts(regulation, &mut page);
    conduct::coming_and_leaving(regulation, &mut page);
    conduct::handover(&regulation.handover, &mut page);
    service::desk(&regulation.desk, &mut page);
    service::levels(&regulation.service_levels, &mut page);
    conduct::discipline(regulation, &mut page);
    clauses(regulation, &mut page);
    page.text
}

#[derive(Default)]
struct Page {
    text: String,
}

impl Page {
    fn line(&mut self, line: impl AsRef<str>) {
        self.text.push_str(line.as_ref());
        self.text.push('\n');
    }

    fn title(&mut self, title: &str) {
        self.line(format!("\n## {title}\n"));
    }

    fn item(&mut self, item: impl AsRef<str>) {
        self.line(format!("- {}", item.as_ref()));
    }
}

fn heading(regulation: &Regulation, page: &mut Page) {
    let identity = &regulation.regulation;
    page.line(format!("# {}\n", identity.title.zh));
    page.line(format!(
        "编号 {} · 版本 {}",
        identity.numbering, identity.version
    ));
    let mut stated = |label: &str, text: &Option<Text>| {
        if let Some(text) = text {
            page.line(format!("\n**{label}**:{}", text.zh));
        }
    };
    stated("目的", &identity.purpose);
    stated("适用范围", &identity.scope);
    stated("解释与施行", &identity.interpretation);
    stated("替代", &identity.supersedes);
    if !identity.principles.is_empty() {
        page.line("\n**原则**:\n");
        for principle in &identity.principles {
            page.item(&principle.zh);
        }
    }
}

fn posts(regulation: &Regulation, page: &mut Page) {
    page.title("岗位");
    for post in &regulation.posts {
        let mut marks = Vec::new();
        if post.all_day {
            marks.push("24 小时");
        }
        if post.phone_line {
            marks.push("值班电话");
        }
        if !post.stated {
            marks.push("本预设补充，可改");
        }
        let marks = if marks.is_empty() {
            String::new()
        } else {
            format!("（{}）", marks.join("，"))
        };
        page.item(format!("**{}**{marks}", post.name.zh));
        for duty in &post.duties {
            page.line(format!("  - {}", duty.zh));
        }
    }
}

fn clauses(regulation: &Regulation, page: &mut Page) {
    page.title("条款");
    for clause in &regulation.clauses {
        let kept: Vec<String> = clause.kept_by.iter().map(kept_zh).collect();
        page.line(format!(
            "**{}** {}",
            regulation.address(clause),
            clause.text.zh
        ));
        let how = clause
            .how
            .as_ref()
            .map_or(String::new(), |how| format!(" {}", how.zh));
        page.line(format!("> {}。{how}\n", kept.join("；")));
    }
}

fn kept_zh(kept: &KeptBy) -> String {
    match kept {
        KeptBy::Enforced(word) => format!("系统管控：{}", mechanism_name(word).unwrap_or(word)),
        KeptBy::Checked(_) => "人工检查".to_owned(),
        KeptBy::Guided(_) => "现场提示".to_owned(),
        KeptBy::Stated(_) => "载明".to_owned(),
    }
}
