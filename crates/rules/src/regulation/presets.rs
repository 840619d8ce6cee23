//! The regulations that ship with the product. The one place that embeds them.

use serde::Serialize;
use utoipa::ToSchema;

/// A regulation that ships with the product.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
pub struct Preset {
    /// Its key, e.g. `r01`; documents inherit by it.
    pub key: &'static str,
    /// When to choose it, in Chinese.
    pub summary_zh: &'static str,
    /// When to choose it, in English.
    pub summary_en: &'static str,
    /// Its text.
    #[serde(skip)]
    pub source: &'static str,
}

/// Every preset, in the order of the source regulations.
pub const PRESETS: &[Preset] = &[
    Preset {
        key: "r01",
        summary_zh: "物业中心：客服管理员值白班和中午，夜间由水电维修员在中心值班，离岗由秩序维护员代值",
        summary_en: "Service centre: clerks by day and at noon, a repairer at the centre by night, guards stand in",
        source: include_str!("../../../../regulations/r01.toml"),
    },
    Preset {
        key: "r03",
        summary_zh: "物业客服部：以客服部名义发布，条文与 R01 相同",
        summary_en: "Customer-service department: issued in its name, with the clauses of R01",
        source: include_str!("../../../../regulations/r03.toml"),
    },
    Preset {
        key: "r08",
        summary_zh: "前台与门岗：前台晚间值班到 21:00，之后值班电话转安管南门岗",
        summary_en: "Desk and gate: the desk until 21:00, then the line goes to the guards of the south gate",
        source: include_str!("../../../../regulations/r08.toml"),
    },
    Preset {
        key: "r23",
        summary_zh: "单个小区的客户服务中心：条文与 R01 相同，写明中午 11:30-13:30、夜间 17:30-次日 9:00、提前 15 分钟到岗",
        summary_en: "Service centre of one community: the clauses of R01, with noon 11:30-13:30, night 17:30-09:00 and 15 minutes' lead of its own",
        source: include_str!("../../../../regulations/r23.toml"),
    },
];

/// The preset with this key, upper or lower case.
pub fn preset(key: &str) -> Option<&'static Preset> {
    PRESETS
        .iter()
        .find(|preset| preset.key.eq_ignore_ascii_case(key))
}
