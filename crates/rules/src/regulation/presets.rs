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
        summary_zh: "经典：白班客服，夜班水电维修员在中心值班，秩序维护员可代值",
        summary_en: "Classic: clerks by day, a repairer at the centre by night, guards may stand in",
        source: include_str!("../../../../regulations/r01.toml"),
    },
    Preset {
        key: "r03",
        summary_zh: "客服部：与经典制度规则相同",
        summary_en: "Customer-service department: the rules of the classic regulation",
        source: include_str!("../../../../regulations/r03.toml"),
    },
    Preset {
        key: "r08",
        summary_zh: "门岗：晚间前台值班到 21:00，其后值班电话转南门岗",
        summary_en: "Gate: the desk until 21:00, then the line goes to the south gate",
        source: include_str!("../../../../regulations/r08.toml"),
    },
    Preset {
        key: "r23",
        summary_zh: "小区客户服务中心：与经典制度规则相同",
        summary_en: "Community service centre: the rules of the classic regulation",
        source: include_str!("../../../../regulations/r23.toml"),
    },
];

/// The preset with this key, upper or lower case.
pub fn preset(key: &str) -> Option<&'static Preset> {
    PRESETS
        .iter()
        .find(|preset| preset.key.eq_ignore_ascii_case(key))
}
