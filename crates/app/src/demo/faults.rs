//! What breaks in the demo: how often, and how it was mended.

use zhishou_rules::regulation::ServiceUrgency::{self, Normal, Urgent};

/// Something to repair.
pub struct Fault {
    /// How often, of 100.
    pub weight: usize,
    /// What the caller says.
    pub said: &'static str,
    /// Where, as seen from the home of the caller, when it is a public place; none for a home.
    pub place: Option<&'static str>,
    /// How pressing.
    pub urgency: ServiceUrgency,
    /// What was done.
    pub done: &'static str,
    /// What was used.
    pub material: &'static str,
    /// What it cost the customer, in hundredths of a yuan.
    pub fee_cents: Option<i64>,
}

const fn at_home(
    weight: usize,
    said: &'static str,
    urgency: ServiceUrgency,
    done: &'static str,
    material: &'static str,
    fee_cents: i64,
) -> Fault {
    Fault {
        weight,
        said,
        place: None,
        urgency,
        done,
        material,
        fee_cents: Some(fee_cents),
    }
}

const fn public(
    weight: usize,
    said: &'static str,
    place: &'static str,
    urgency: ServiceUrgency,
    done: &'static str,
    material: &'static str,
) -> Fault {
    Fault {
        weight,
        said,
        place: Some(place),
        urgency,
        done,
        material,
        fee_cents: None,
    }
}

/// Faults by how often they are reported.
pub const FAULTS: &[Fault] = &[
    at_home(
        12,
        "厨房下水道堵了，水下不去",
        Urgent,
        "疏通下水管道，试水通畅",
        "疏通机",
        8_000,
    ),
    public(
        10,
        "楼道灯不亮",
        "本单元楼道",
        Normal,
        "更换声控灯",
        "LED 声控灯 1 只",
    ),
    at_home(
        9,
        "家里跳闸，合不上",
        Urgent,
        "排查为热水器漏电，已隔离该回路并告知业主",
        "",
        0,
    ),
    at_home(
        8,
        "水龙头关不严，一直滴水",
        Normal,
        "更换阀芯",
        "陶瓷阀芯 1 只",
        2_500,
    ),
    at_home(
        7,
        "可视对讲没有声音",
        Normal,
        "更换听筒线",
        "听筒线 1 根",
        1_500,
    ),
    at_home(
        7,
        "马桶水箱漏水",
        Normal,
        "更换进水阀",
        "进水阀 1 只",
        4_500,
    ),
    public(
        6,
        "电梯运行有异响",
        "本单元 1 号梯",
        Urgent,
        "维保单位到场，更换门滑块",
        "门滑块 2 只",
    ),
    public(
        5,
        "单元门关不上",
        "本单元大堂",
        Normal,
        "更换闭门器",
        "闭门器 1 套",
    ),
    at_home(
        5,
        "卫生间顶上渗水",
        Normal,
        "会同楼上住户试水，楼上重做防水接口",
        "密封胶 1 支",
        0,
    ),
    at_home(
        5,
        "外墙渗水，卧室墙面发霉",
        Normal,
        "记录并列入外墙修补计划，已告知业主",
        "",
        0,
    ),
    at_home(
        4,
        "水压太低，热水器打不着",
        Normal,
        "清洗入户过滤网，水压恢复",
        "",
        0,
    ),
    at_home(
        4,
        "客厅插座没电",
        Normal,
        "更换插座面板",
        "五孔插座 1 只",
        3_000,
    ),
    public(
        3,
        "道闸不抬杆",
        "南门车行道闸",
        Urgent,
        "调整地感，试运行正常",
        "",
    ),
    at_home(
        3,
        "地漏返臭味",
        Normal,
        "更换地漏芯",
        "防臭地漏芯 1 只",
        2_000,
    ),
    public(
        3,
        "地库漏水，地面有积水",
        "地下车库 B 区",
        Normal,
        "疏通排水沟并设置警示",
        "警示牌 2 块",
    ),
    at_home(2, "入户门锁舌卡住", Normal, "调整锁体并润滑", "", 0),
    public(
        2,
        "路面砖松动",
        "楼前人行道",
        Normal,
        "重新铺设地砖",
        "水泥 1 袋",
    ),
    public(
        2,
        "监控画面黑屏",
        "北门岗亭",
        Normal,
        "更换电源适配器",
        "12V 电源 1 只",
    ),
    public(2, "滑梯有毛刺", "中心花园儿童区", Normal, "打磨并封边", ""),
];
