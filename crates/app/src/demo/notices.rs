//! What the demo's desk has to know today.

use zhishou_base::Instant;
use zhishou_platform::AppError;
use zhishou_rules::notice::NoticeInput;

use super::stage::Stage;
use crate::notice::WriteNotice;

/// One notice that counts now, and one of tomorrow.
pub async fn write(stage: &Stage, now: Instant) -> Result<(), AppError> {
    let tomorrow = stage.offset.date_of(now).plus_days(1);
    let answer = NoticeInput {
        title: "3栋2单元 2 号电梯停用".to_owned(),
        text: "等待门机配件，预计明天下午恢复。来电统一答复：请先乘 1 号电梯，搬运大件可约时间由秩序员协助。"
            .to_owned(),
        from_at: now,
        until_at: stage.at(tomorrow, 18 * 60),
    };
    let cleaning = NoticeInput {
        title: "全区清洗水箱，停水".to_owned(),
        text: "9:00-16:00 停水，请住户提前储水；16:00 后水浑属正常，放水几分钟即清。".to_owned(),
        from_at: stage.at(tomorrow, 9 * 60),
        until_at: stage.at(tomorrow, 16 * 60),
    };
    let supervisor = stage.person("hejing")?;
    for input in [answer, cleaning] {
        stage.act_as(supervisor, &WriteNotice { input }).await?;
    }
    Ok(())
}
