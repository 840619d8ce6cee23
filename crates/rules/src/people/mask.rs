//! What is shown of personal data before somebody asks for more.

/// Surnames of two characters that are still common; without them 欧阳 would
/// show as 欧, which is another family.
const COMPOUND_SURNAMES: &[&str] = &[
    "欧阳", "司马", "上官", "诸葛", "东方", "皇甫", "尉迟", "公孙", "令狐", "慕容", "司徒", "夏侯",
    "端木", "南宫", "独孤", "宇文", "长孙", "轩辕", "百里", "东郭", "西门", "呼延", "澹台", "公冶",
];

/// The surname and a star for each further character: 张三 → 张*, 欧阳娜娜 → 欧阳**.
/// A Latin name keeps its first letter.
pub fn mask_name(name: &str) -> String {
    let name = name.trim();
    let length = name.chars().count();
    let compound = COMPOUND_SURNAMES
        .iter()
        .any(|surname| name.starts_with(surname) && length > 2);
    let kept = if compound { 2 } else { 1 };
    let hidden = length.saturating_sub(kept).min(3);
    let mut shown: String = name.chars().take(kept).collect();
    shown.extend(std::iter::repeat_n('*', hidden));
    shown
}

/// A mobile number keeps three and four digits (138****5678), any other number
/// its last two to four.
pub fn mask_phone(digits: &str) -> String {
    let all: Vec<char> = digits.chars().collect();
    let (head, tail) = match all.len() {
        0 => return String::new(),
        11.. => (3, 4),
        7..=10 => (0, 4),
        4..=6 => (0, 2),
        _ => (0, 0),
    };
    all.iter()
        .enumerate()
        .map(|(at, c)| {
            if at < head || at >= all.len() - tail {
                *c
            } else {
                '*'
            }
        })
        .collect()
}
