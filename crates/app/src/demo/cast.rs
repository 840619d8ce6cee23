//! The twenty-six members of staff of the demo community; all invented.

use zhishou_rules::access::Role;

/// A member of staff.
pub struct Member {
    /// Account name.
    pub login: &'static str,
    /// 姓名
    pub name: &'static str,
    /// 部门
    pub department: &'static str,
    /// Roles.
    pub roles: &'static [Role],
    /// 技能与证书
    pub skills: &'static [&'static str],
}

const fn member(
    login: &'static str,
    name: &'static str,
    department: &'static str,
    roles: &'static [Role],
    skills: &'static [&'static str],
) -> Member {
    Member {
        login,
        name,
        department,
        roles,
        skills,
    }
}

const SERVICE: &str = "客服部";
const ENGINEERING: &str = "工程部";
const SECURITY: &str = "秩序部";
const ELECTRICIAN: &str = "低压电工证";
const FIRE: &str = "消防设施操作员证";

/// Everybody, the manager first.
pub const CAST: &[Member] = &[
    member(
        "manager",
        "周建华",
        "项目部",
        &[Role::Manager],
        &["物业经理证"],
    ),
    member("hejing", "何静", SERVICE, &[Role::ServiceSupervisor], &[]),
    member(
        "zhangli",
        "张丽",
        SERVICE,
        &[Role::ServiceClerk],
        &["普通话二级甲等"],
    ),
    member("limin", "李敏", SERVICE, &[Role::ServiceClerk], &[]),
    member(
        "wuqian",
        "吴倩",
        SERVICE,
        &[Role::ServiceClerk, Role::FrontDesk],
        &[],
    ),
    member("zhaoxue", "赵雪", SERVICE, &[Role::ServiceClerk], &[]),
    member(
        "sunyue",
        "孙悦",
        SERVICE,
        &[Role::ServiceClerk, Role::FrontDesk],
        &["急救员证"],
    ),
    member(
        "liutao",
        "刘涛",
        ENGINEERING,
        &[Role::ShiftLeader],
        &["高压电工证", "电梯安全管理员证"],
    ),
    member(
        "wangqiang",
        "王强",
        ENGINEERING,
        &[Role::Repairer],
        &[ELECTRICIAN],
    ),
    member(
        "zhaogang",
        "赵刚",
        ENGINEERING,
        &[Role::Repairer],
        &[ELECTRICIAN, "焊工证"],
    ),
    member(
        "chenbin",
        "陈斌",
        ENGINEERING,
        &[Role::Repairer],
        &[ELECTRICIAN],
    ),
    member(
        "yangfan",
        "杨帆",
        ENGINEERING,
        &[Role::Repairer],
        &[ELECTRICIAN, "高处作业证"],
    ),
    member(
        "huangwei",
        "黄伟",
        ENGINEERING,
        &[Role::Repairer],
        &["管道工"],
    ),
    member(
        "xufeng",
        "徐峰",
        ENGINEERING,
        &[Role::Repairer],
        &["管道工", ELECTRICIAN],
    ),
    member("gaoming", "高明", SECURITY, &[Role::ShiftLeader], &[FIRE]),
    member("chenyong", "陈勇", SECURITY, &[Role::Guard], &["保安员证"]),
    member("sunwei", "孙伟", SECURITY, &[Role::Guard], &["保安员证"]),
    member(
        "zhoulei",
        "周磊",
        SECURITY,
        &[Role::Guard],
        &["保安员证", FIRE],
    ),
    member("wujun", "吴军", SECURITY, &[Role::Guard], &["保安员证"]),
    member("zhengkai", "郑凯", SECURITY, &[Role::Guard], &["保安员证"]),
    member("fengchao", "冯超", SECURITY, &[Role::Guard], &["保安员证"]),
    member("dengfei", "邓飞", SECURITY, &[Role::Guard], &["保安员证"]),
    member("luopeng", "罗鹏", SECURITY, &[Role::Guard], &["保安员证"]),
    member("xiaogang", "肖刚", SECURITY, &[Role::Guard], &["保安员证"]),
    member("malan", "马兰", "环境部", &[Role::CleaningForeman], &[]),
    member("admin", "徐文", "项目部", &[Role::Administrator], &[]),
];

/// The demo's password, for all accounts; it is printed and shown, never a secret.
pub const PASSWORD: &str = "zhishou-demo";
/// The demo's PIN, for all accounts.
pub const PIN: &str = "2468";
