//! Clauses and the mechanisms that keep them.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::Text;

/// How a clause is kept. Written `{ enforced = "coverage" }` and so on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum KeptBy {
    /// 系统管控: the system makes it so or finds the breach by itself; names the mechanism.
    Enforced(String),
    /// 人工检查: a person checks it; names what is checked.
    Checked(String),
    /// 现场提示: shown when it matters; names where.
    Guided(String),
    /// 载明: stated as data of the regulation; names where it stands.
    Stated(String),
}

/// One clause of the regulation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Clause {
    /// Number below the regulation, e.g. `2.1`.
    pub number: String,
    /// What it says.
    pub text: Text,
    /// What keeps it; one or several.
    pub kept_by: Vec<KeptBy>,
    /// How exactly, for the compliance page.
    #[serde(default)]
    pub how: Option<Text>,
}

/// The mechanisms a clause may name, with their Chinese names.
pub const MECHANISMS: &[(&str, &str)] = &[
    ("regulation", "制度"),
    ("people", "人员与房产"),
    ("roster", "排班"),
    ("coverage", "在岗"),
    ("desk", "接待"),
    ("work_order", "工单"),
    ("handover", "交接班"),
    ("duty_log", "值班日志"),
    ("patrol", "巡检"),
    ("gate", "门岗"),
    ("permit", "放行与审批"),
    ("custody", "保管"),
    ("incident", "突发事件"),
    ("escalation", "逐级上报"),
    ("inspection", "督查查岗"),
    ("assessment", "考核奖惩"),
    ("feedback", "满意度与建议"),
    ("training", "培训"),
    ("notice", "通知公示"),
    ("report", "统计报告"),
    ("access", "权限与隐私"),
];

/// The Chinese name of a mechanism; `None` when there is no such mechanism.
pub fn mechanism_name(word: &str) -> Option<&'static str> {
    MECHANISMS
        .iter()
        .find(|(known, _)| *known == word)
        .map(|(_, name)| *name)
}
