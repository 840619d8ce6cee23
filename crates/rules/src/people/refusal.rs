//! Why the rules of people and property say no.

use zhishou_base::{Date, Refusal};

/// A refusal of the people rules.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PeopleRefusal {
    /// The telephone number cannot be one.
    #[error(
        "电话“{typed}”不像一个号码：手机号应为 11 位，固定电话为 7～8 位或加区号。请核对后重填"
    )]
    PhoneIsWrong {
        /// What was typed.
        typed: String,
    },
    /// The identity number fails its length or checksum.
    #[error("身份证号码不对：应为 18 位且校验位相符。请对照证件重填")]
    IdentityNumberIsWrong,
    /// The person has already left.
    #[error("该员工已于 {left_on} 离职，不能再次办理离职")]
    AlreadyLeft {
        /// The last day that is on file.
        left_on: Date,
    },
    /// The last day lies before the first.
    #[error("离职日期 {left_on} 早于入职日期 {joined_on}，请改正日期")]
    LeftBeforeJoined {
        /// The day given as the last.
        left_on: Date,
        /// The first day on file.
        joined_on: Date,
    },
    /// Personal data was asked for while browsing, without a reason.
    #[error("查看完整个人信息需要填写事由（至少 4 个字），查看会记入操作留痕")]
    ReasonNeeded,
    /// Another home has the vehicle.
    #[error("车辆 {plate} 已登记在 {room}，请核对车牌；如已过户，请先在原房屋中注销")]
    PlateTaken {
        /// The plate.
        plate: String,
        /// How the desk writes the home that has it.
        room: String,
    },
    /// The contact or work order named as the occasion is missing.
    #[error("未指明正在处理的来电或工单，请从该来电或工单中查看，或填写查看事由")]
    OccasionNeeded,
}

impl Refusal for PeopleRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::PhoneIsWrong { .. } => "phone_is_wrong",
            Self::IdentityNumberIsWrong => "identity_number_is_wrong",
            Self::AlreadyLeft { .. } => "already_left",
            Self::LeftBeforeJoined { .. } => "left_before_joined",
            Self::PlateTaken { .. } => "plate_taken",
            Self::ReasonNeeded => "reason_needed",
            Self::OccasionNeeded => "occasion_needed",
        }
    }
}
