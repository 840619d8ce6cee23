//! What people of the demo say: frequencies and phrases of a typical community.

use zhishou_rules::desk::{ContactChannel as Channel, ContactKind};

/// A kind of contact with how often it comes, of 460.
pub const KINDS: &[(usize, ContactKind)] = &[
    (120, ContactKind::Repair),
    (130, ContactKind::Inquiry),
    // Cars to be moved, and other calls for help.
    (90, ContactKind::Help),
    (70, ContactKind::Business),
    (30, ContactKind::Complaint),
    (15, ContactKind::Entrusted),
    (5, ContactKind::Suggestion),
];

/// How contacts come in, of 100.
pub const CHANNELS: &[(usize, Channel)] = &[
    (55, Channel::Call),
    (20, Channel::Visit),
    (20, Channel::OwnersGroup),
    (5, Channel::Message),
];

/// Weight of each hour of the day, from midnight on.
pub const HOURS: [usize; 24] = [
    3, 2, 2, 2, 2, 4, 20, 40, 75, 125, 80, 45, 40, 38, 40, 42, 42, 48, 90, 115, 70, 35, 10, 6,
];

/// A complaint: how often, of 100; what is said; which department it is about.
pub const COMPLAINTS: &[(usize, &str, &str)] = &[
    (20, "楼上半夜拖动家具，影响休息", "秩序部"),
    (17, "车位被占，要求处理", "秩序部"),
    (12, "楼上漏水多次未修好", "工程部"),
    (12, "电梯经常停运", "工程部"),
    (9, "楼道垃圾没有及时清理", "环境部"),
    (8, "遛狗不牵绳，草坪有粪便", "秩序部"),
    (8, "报修两天没有人来", "工程部"),
    (6, "高空抛物，险些砸到人", "秩序部"),
    (4, "楼道堆放杂物", "环境部"),
    (4, "门岗态度生硬", "秩序部"),
];

/// What else is asked at the desk, with how it was settled.
pub const INQUIRIES: &[(&str, &str)] = &[
    ("咨询物业费怎么交", "已告知缴费方式和当期金额"),
    ("物业费发票怎么开", "已告知开票流程，发票发送至业主邮箱"),
    ("装修要办什么手续", "已告知装修备案所需材料并约定办理时间"),
    ("停水通知什么时候恢复", "已告知供水公司通知的恢复时间"),
    ("车位租赁还有没有空位", "已登记候补并告知排队情况"),
    ("快递放到哪里了", "已协助在快递柜查到"),
    ("暖气什么时候开始送", "已告知供暖安排"),
];
/// Business at the counter.
pub const BUSINESS: &[(&str, &str)] = &[
    ("办理门禁卡", "已核对身份并发卡 1 张"),
    ("办理装修出入证", "已登记并发证，押金已收"),
    ("搬家放行", "已核对清单并开具放行条"),
    ("业主信息变更", "已核对产权资料并更新"),
    ("领取电动车充电卡", "已发卡并说明用法"),
];
/// Calls for help.
pub const HELP: &[(&str, &str)] = &[
    ("车被堵住，请联系挪车", "已电话联系车主，车辆已挪开"),
    (
        "车被堵住，请联系挪车",
        "车主未接，已通知门岗现场协助，10 分钟后挪开",
    ),
    ("钥匙忘在家里，开不了门", "已核对身份并协助联系开锁"),
    ("老人独自在家联系不上", "门岗上门查看，老人平安，已回复家属"),
];
/// Entrusted tasks.
pub const ENTRUSTED: &[(&str, &str)] = &[
    ("代收快递，晚上来取", "已代收并登记，当晚取走"),
    ("出差一周，请代浇花", "已登记委托并约定钥匙保管"),
];
/// Suggestions.
pub const SUGGESTIONS: &[(&str, &str)] = &[
    ("希望地库增加照明", "已记录并转工程部评估，答复业主"),
    ("建议增设非机动车停放区", "已记录，列入月度例会"),
];
