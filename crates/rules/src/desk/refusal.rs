//! Why the rules of the desk say no.

use zhishou_base::Refusal;

/// A refusal of the desk rules.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum DeskRefusal {
    /// The entry was corrected before: the newer one counts.
    #[error("该登记已被更正，请在最新的一条上操作")]
    AlreadyCorrected,
    /// The entry is settled.
    #[error("该登记已办结，如有新情况请另行登记")]
    AlreadySettled,
    /// Nobody asked for a car to be moved.
    #[error("该登记没有车牌号，请先更正登记，补上要挪的车牌")]
    NoPlate,
    /// Its words were erased by law; a picture would bring them back.
    #[error("该登记的个人信息已依法删除，不能再添加图片")]
    Erased,
    /// It has as many pictures as one contact may have.
    #[error("每条登记最多 20 张图片，请另行登记")]
    PhotosFull,
    /// A correction or an outcome without a word.
    #[error("请写明原因或处理结果（至少 2 个字），接班人员要靠它了解情况")]
    WordsNeeded,
}

impl Refusal for DeskRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::AlreadyCorrected => "contact_corrected",
            Self::AlreadySettled => "contact_settled",
            Self::NoPlate => "no_plate",
            Self::Erased => "contact_erased",
            Self::PhotosFull => "contact_photos_full",
            Self::WordsNeeded => "words_needed",
        }
    }
}
