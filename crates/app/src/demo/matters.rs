//! Public matters of the demo: one cause that many call about.

use zhishou_base::{Instant, PublicMatterId, Span};
use zhishou_platform::AppError;
use zhishou_rules::desk::{ContactChannel as Channel, ContactKind};
use zhishou_rules::publicmatter::{JoiningCall, PublicMatterInput};

use super::agenda::Event;
use super::stage::Stage;
use crate::people;
use crate::publicmatter::{AddCall, ClosePublicMatter, OpenPublicMatter};

/// What many call about.
#[derive(Debug)]
pub struct Cause {
    title: &'static str,
    answer: &'static str,
    building: &'static str,
    /// How the codes of the homes concerned begin.
    homes: &'static str,
    /// Minutes after which each further call comes.
    calls: &'static [i64],
    /// After how many minutes it ends, and how; open until now without it.
    end: Option<(i64, &'static str)>,
}

/// The morning after the pipe burst there is no water.
pub const NO_WATER: Cause = Cause {
    title: "4栋1单元停水",
    answer: "昨夜 18 楼水管爆裂，维修班正在更换管段，预计中午 12:00 前恢复供水。\
             急用水可到一楼大厅临时取水点。",
    building: "4栋",
    homes: "4-1-",
    calls: &[4, 9, 15, 31, 52, 75, 96],
    end: Some((150, "11:50 恢复供水，已逐层检查无渗漏")),
};

/// A lift stands still when somebody looks at the demo.
pub const LIFT_STANDS: Cause = Cause {
    title: "5栋2单元 1 号电梯停运",
    answer: "1 号电梯正在检修，维保人员已到场，请先乘坐 2 号电梯。恢复运行后会在楼栋群里通知。",
    building: "5栋",
    homes: "5-2-",
    calls: &[6, 14, 23, 41],
    end: None,
};

/// The desk opens a matter after its first call, and notes what follows.
///
/// # Errors
/// A rule of public matters says no.
pub async fn begin(stage: &mut Stage, now: Instant, cause: &'static Cause) -> Result<(), AppError> {
    let Some(clerk) = stage.at_desk() else {
        return Ok(());
    };
    let buildings = {
        let mut reader = stage.app.platform().read().await?;
        people::buildings(&mut reader, stage.community).await?
    };
    let open = OpenPublicMatter {
        input: PublicMatterInput {
            kind: ContactKind::Repair,
            title: cause.title.to_owned(),
            answer: cause.answer.to_owned(),
            building_ids: buildings
                .into_iter()
                .filter(|building| building.name == cause.building)
                .map(|building| building.id)
                .collect(),
            work_order_id: None,
        },
        contact: None,
    };
    let matter = stage.act_as(clerk, &open).await?.id;
    for minutes in cause.calls {
        let call = Event::MatterCall { matter, cause };
        stage.agenda.note(now + Span::minutes(*minutes), call);
    }
    if let Some((minutes, outcome)) = cause.end {
        let end = Event::MatterEnds { matter, outcome };
        stage.agenda.note(now + Span::minutes(minutes), end);
    }
    Ok(())
}

/// Somebody of the homes concerned calls about it.
///
/// # Errors
/// A rule of public matters says no.
pub async fn call(
    stage: &mut Stage,
    matter: PublicMatterId,
    cause: &'static Cause,
) -> Result<(), AppError> {
    let Some(clerk) = stage.at_desk() else {
        return Ok(());
    };
    let concerned: Vec<_> = stage
        .residents
        .iter()
        .filter(|resident| resident.room_code.starts_with(cause.homes))
        .map(|resident| resident.id)
        .collect();
    let add = AddCall {
        matter,
        call: JoiningCall {
            channel: Channel::Call,
            room: String::new(),
            caller_name: String::new(),
            caller_phone: String::new(),
            content: String::new(),
            handling: String::new(),
            told: String::new(),
        },
        resident: stage.chance.pick(&concerned).copied(),
    };
    stage.act_as(clerk, &add).await?;
    Ok(())
}

/// Its cause is mended.
///
/// # Errors
/// A rule of public matters says no.
pub async fn end(
    stage: &Stage,
    matter: PublicMatterId,
    outcome: &'static str,
) -> Result<(), AppError> {
    let Some(clerk) = stage.at_desk() else {
        return Ok(());
    };
    let close = ClosePublicMatter {
        matter,
        outcome: outcome.to_owned(),
    };
    stage.act_as(clerk, &close).await?;
    Ok(())
}
