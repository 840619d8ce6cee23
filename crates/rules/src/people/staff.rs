//! What is typed about staff, posts and residents, and what is wrong with it.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use zhishou_base::Date;

use super::{PeopleRefusal, PostKind, Relation, check_identity_number, normalise_phone};
use crate::access::Role;

/// One thing that is wrong in what was typed, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// JSON pointer into the input, e.g. `/phone`.
    pub pointer: String,
    /// What is wrong and what to do.
    pub detail: String,
}

impl Fault {
    /// A fault at a place of the input.
    pub fn at(pointer: impl Into<String>, detail: impl Into<String>) -> Self {
        Self {
            pointer: pointer.into(),
            detail: detail.into(),
        }
    }
}

/// A member of staff as typed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct StaffInput {
    /// 姓名
    pub name: String,
    /// 手机或电话; absent leaves what is stored, empty erases it.
    #[serde(default)]
    pub phone: Option<String>,
    /// 部门
    #[serde(default)]
    pub department: String,
    /// 入职日期
    pub joined_on: Date,
    /// 离职日期 (last day of work), when known.
    #[serde(default)]
    pub left_on: Option<Date>,
    /// Roles in this community; at least one.
    pub roles: Vec<Role>,
    /// 技能与证书, e.g. 低压电工证.
    #[serde(default)]
    pub skills: Vec<String>,
    /// 身份证号; absent leaves what is stored, empty erases it.
    #[serde(default)]
    pub identity_number: Option<String>,
}

/// A post as typed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct PostInput {
    /// The word that regulations use for the post, e.g. `desk`.
    pub key: String,
    /// 岗位名称
    pub name_zh: String,
    /// Its English name.
    #[serde(default)]
    pub name_en: String,
    /// What the post is for.
    pub kind: PostKind,
    /// 值班电话 of the post; empty when it has none.
    #[serde(default)]
    pub phone: String,
}

/// A resident as typed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ResidentInput {
    /// 姓名
    pub name: String,
    /// 电话; absent leaves what is stored, empty erases it.
    #[serde(default)]
    pub phone: Option<String>,
    /// 业主, 租户 or 使用人.
    pub relation: Relation,
    /// 备注, e.g. a hearing aid or a dog.
    #[serde(default)]
    pub note: String,
}

impl StaffInput {
    /// The input with the stored phone where none was typed: lists show masked numbers only, so a
    /// form that leaves the number alone cannot send it back.
    #[must_use]
    pub fn keeping_phone(&self, stored: Option<&str>) -> Self {
        Self {
            phone: kept(self.phone.as_ref(), stored),
            ..self.clone()
        }
    }
}

impl ResidentInput {
    /// The input with the stored phone where none was typed, as for staff.
    #[must_use]
    pub fn keeping_phone(&self, stored: Option<&str>) -> Self {
        Self {
            phone: kept(self.phone.as_ref(), stored),
            ..self.clone()
        }
    }
}

fn kept(typed: Option<&String>, stored: Option<&str>) -> Option<String> {
    typed.cloned().or_else(|| stored.map(str::to_owned))
}

/// What is wrong with a member of staff as typed; empty when nothing is.
pub fn check_staff(input: &StaffInput) -> Vec<Fault> {
    let mut faults = Vec::new();
    check_text(&mut faults, "/name", "姓名", &input.name, 1, 40);
    check_text(&mut faults, "/department", "部门", &input.department, 0, 40);
    check_phone(&mut faults, input.phone.as_deref().unwrap_or_default());
    if let Some(left_on) = input.left_on.filter(|left_on| *left_on < input.joined_on) {
        let refusal = PeopleRefusal::LeftBeforeJoined {
            left_on,
            joined_on: input.joined_on,
        };
        faults.push(Fault::at("/left_on", refusal.to_string()));
    }
    if input.roles.is_empty() {
        faults.push(Fault::at(
            "/roles",
            "请至少选择一个角色，角色决定其可排的班次与权限",
        ));
    }
    for (at, skill) in input.skills.iter().enumerate() {
        check_text(&mut faults, &format!("/skills/{at}"), "技能", skill, 1, 30);
    }
    if input.skills.len() > 20 {
        faults.push(Fault::at("/skills", "技能最多填写 20 项"));
    }
    if let Some(number) = input.identity_number.as_deref().filter(|n| !n.is_empty())
        && let Err(refusal) = check_identity_number(number)
    {
        faults.push(Fault::at("/identity_number", refusal.to_string()));
    }
    faults
}

/// What is wrong with a post as typed.
pub fn check_post(input: &PostInput) -> Vec<Fault> {
    let mut faults = Vec::new();
    let fits = input
        .key
        .chars()
        .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_');
    let starts_well = input.key.starts_with(|c: char| c.is_ascii_lowercase());
    if !fits || !starts_well || input.key.len() > 40 {
        faults.push(Fault::at(
            "/key",
            "岗位代码只能用小写字母、数字和下划线，以字母开头，最长 40 个字符，例如 south_gate",
        ));
    }
    check_text(&mut faults, "/name_zh", "岗位名称", &input.name_zh, 1, 40);
    check_text(&mut faults, "/name_en", "英文名称", &input.name_en, 0, 80);
    check_phone(&mut faults, &input.phone);
    faults
}

/// What is wrong with a resident as typed.
pub fn check_resident(input: &ResidentInput) -> Vec<Fault> {
    let mut faults = Vec::new();
    check_text(&mut faults, "/name", "姓名", &input.name, 1, 40);
    check_text(&mut faults, "/note", "备注", &input.note, 0, 200);
    check_phone(&mut faults, input.phone.as_deref().unwrap_or_default());
    faults
}

fn check_phone(faults: &mut Vec<Fault>, phone: &str) {
    if !phone.trim().is_empty()
        && let Err(refusal) = normalise_phone(phone)
    {
        faults.push(Fault::at("/phone", refusal.to_string()));
    }
}

pub(super) fn check_text(
    faults: &mut Vec<Fault>,
    pointer: &str,
    what: &str,
    text: &str,
    at_least: usize,
    at_most: usize,
) {
    let length = text.trim().chars().count();
    if length < at_least {
        faults.push(Fault::at(pointer, format!("请填写{what}")));
    } else if length > at_most {
        faults.push(Fault::at(
            pointer,
            format!("{what}最长 {at_most} 个字，现在有 {length} 个字，请缩短"),
        ));
    } else if text.chars().any(char::is_control) {
        faults.push(Fault::at(pointer, format!("{what}中不能有换行等控制字符")));
    }
}
