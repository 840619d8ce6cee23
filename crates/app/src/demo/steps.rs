//! The steps of an order, and which one follows.

use zhishou_base::{Instant, PersonId, Span};
use zhishou_platform::AppError;
use zhishou_rules::regulation::ServiceUrgency;
use zhishou_rules::workorder::DeferralCause;

use super::agenda::{Event, Fate, Job, Step};
use super::faults::FAULTS;
use super::orders::SLOW_MINUTES;
use super::stage::Stage;
use crate::workorder::{
    AcceptWorkOrder, AddDetails, ArchiveWorkOrder, ArriveOnSite, CallBackCustomer, CallFacts,
    DeferWorkOrder, DispatchWorkOrder, FinishWorkOrder, GiveFirstReply, Opened, TellDepartmentHead,
};

/// Carries a step out and notes the next one.
///
/// # Errors
/// A rule of work orders says no.
pub async fn go_on(stage: &mut Stage, now: Instant, job: Job, step: Step) -> Result<(), AppError> {
    let Some(clerk) = stage.at_desk() else {
        return Ok(());
    };
    let opened = Opened {
        order: job.order,
        version: None,
    };
    match step {
        Step::PutOffByNight | Step::NotHome | Step::WaitForParts => {
            return put_off(stage, now, job, step, clerk).await;
        }
        Step::TellHead => {
            let told = TellDepartmentHead {
                opened,
                department: String::new(),
                head: Some(job.doer),
            };
            stage.act_as(clerk, &told).await?;
        }
        Step::Reply => {
            let reply = "已核实情况，负责人正在处理，今天内答复进展".to_owned();
            stage
                .act_as(clerk, &GiveFirstReply { opened, reply })
                .await?;
        }
        Step::Dispatch => {
            stage
                .act_as(
                    clerk,
                    &DispatchWorkOrder {
                        opened,
                        to: job.doer,
                    },
                )
                .await?;
        }
        Step::Accept => {
            stage.act_as(job.doer, &AcceptWorkOrder { opened }).await?;
        }
        Step::Arrive => {
            stage.act_as(job.doer, &ArriveOnSite { opened }).await?;
        }
        Step::Finish => finish(stage, job, opened).await?,
        Step::CallBack => call_back(stage, opened, clerk).await?,
        Step::Archive => {
            let note = "已向客户说明情况并改进".to_owned();
            stage
                .act_as(clerk, &ArchiveWorkOrder { opened, note })
                .await?;
        }
    }
    note_next(stage, now, job, step);
    Ok(())
}

async fn finish(stage: &Stage, job: Job, opened: Opened) -> Result<(), AppError> {
    let fault = FAULTS.get(job.about).filter(|_| !job.complaint);
    let note = fault.map_or("已到现场处理，相关人员已提醒整改", |fault| {
        fault.done
    });
    let finished = FinishWorkOrder {
        opened,
        note: note.to_owned(),
    };
    let receipt = stage.act_as(job.doer, &finished).await?;
    let Some(fault) = fault.filter(|fault| !fault.material.is_empty()) else {
        return Ok(());
    };
    let details = AddDetails {
        opened: Opened {
            order: job.order,
            version: Some(receipt.version),
        },
        result: fault.done.to_owned(),
        material: fault.material.to_owned(),
        fee_cents: fault.fee_cents,
    };
    stage.act_as(job.doer, &details).await?;
    Ok(())
}

async fn call_back(stage: &mut Stage, opened: Opened, clerk: PersonId) -> Result<(), AppError> {
    let satisfied = stage.chance.percent(94);
    let mark = |stage: &mut Stage| {
        let low = if satisfied { 4 } else { 2 };
        u8::try_from(stage.chance.between(low, low + 1)).ok()
    };
    let facts = CallFacts {
        reached: true,
        satisfied: Some(satisfied),
        on_time: Some(stage.chance.percent(90)),
        quality: mark(stage),
        attitude: mark(stage),
        remark: if satisfied {
            "处理及时"
        } else {
            "等的时间有点长"
        }
        .to_owned(),
    };
    stage
        .act_as(clerk, &CallBackCustomer { opened, facts })
        .await?;
    Ok(())
}

/// Never silently: the customer hears why, and when somebody comes.
async fn put_off(
    stage: &mut Stage,
    now: Instant,
    job: Job,
    step: Step,
    clerk: PersonId,
) -> Result<(), AppError> {
    // What is pressing the night may not put off by itself: the leader on duty decides (R01.4).
    let of_the_work = if stage.is_night(now) {
        stage.person("liutao")?
    } else {
        job.doer
    };
    let (cause, by, explanation) = match step {
        Step::NotHome => (
            DeferralCause::NotHome,
            of_the_work,
            "上门未遇，已电话联系住户并另约时间",
        ),
        Step::WaitForParts => (
            DeferralCause::Parts,
            of_the_work,
            "需更换的配件已报采购，到货后按约上门",
        ),
        _ => (
            DeferralCause::Conditions,
            clerk,
            "今晚条件不具备，已向住户说明，明天上班后第一时间安排",
        ),
    };
    let tomorrow = stage
        .offset
        .date_of(now)
        .plus_days(i64::from(stage.minute_of_day(now) >= 540));
    let minute = u16::try_from(stage.chance.between(600, 990)).unwrap_or(600);
    let appointment = stage.at(tomorrow, minute);
    let deferred = DeferWorkOrder {
        opened: Opened {
            order: job.order,
            version: None,
        },
        cause,
        explanation: explanation.to_owned(),
        appointment_at: Some(appointment),
    };
    stage.act_as(by, &deferred).await?;
    let job = Job {
        put_off: true,
        ..job
    };
    let (at, step) = if step == Step::PutOffByNight {
        let morning = stage.at(tomorrow, 544) + Span::minutes(stage.chance.between(0, 9));
        (morning, Step::Dispatch)
    } else {
        (appointment, Step::Arrive)
    };
    stage.agenda.note(at, Event::Order { job, step });
    Ok(())
}

fn note_next(stage: &mut Stage, now: Instant, job: Job, step: Step) {
    let minutes = |stage: &mut Stage, low, high| Span::minutes(stage.chance.between(low, high));
    let fault = FAULTS.get(job.about).filter(|_| !job.complaint);
    let home = fault.is_some_and(|fault| fault.place.is_none());
    let urgent = fault.is_none_or(|fault| fault.urgency != ServiceUrgency::Normal);
    let in_the_day = (570..990).contains(&stage.minute_of_day(now));
    let (next, at) = match step {
        // At night nobody dispatches: the head takes the complaint on himself.
        Step::TellHead if stage.is_night(now) => (Step::Accept, now + minutes(stage, 3, 20)),
        Step::TellHead => (Step::Dispatch, now + minutes(stage, 1, 15)),
        Step::Dispatch => {
            // Now and then somebody is slow, and the deadline rings.
            let late = i64::from(stage.chance.percent(6)) * 28;
            let late = if job.fate == Fate::Slow {
                SLOW_MINUTES
            } else {
                late
            };
            let most = if urgent && !job.complaint { 7 } else { 22 };
            (Step::Accept, now + minutes(stage, 1 + late, most + late))
        }
        Step::Accept if job.complaint => (Step::Reply, now + minutes(stage, 20, 180)),
        Step::Reply => {
            let at = now + minutes(stage, 40, 400);
            (Step::Finish, stage.in_office_hours(at))
        }
        Step::Accept if home && !job.put_off && stage.chance.percent(11) => {
            (Step::NotHome, now + minutes(stage, 8, 20))
        }
        Step::Accept => {
            let most = if urgent { 14 } else { 45 };
            (Step::Arrive, now + minutes(stage, 5, most))
        }
        Step::Arrive if job.fate == Fate::Parts && !job.put_off => {
            (Step::WaitForParts, now + minutes(stage, 10, 25))
        }
        Step::Arrive if in_the_day && !job.put_off && stage.chance.percent(15) => {
            (Step::WaitForParts, now + minutes(stage, 10, 25))
        }
        Step::Arrive => (Step::Finish, now + minutes(stage, 15, 70)),
        Step::Finish => {
            let at = now + minutes(stage, 60, 330);
            (Step::CallBack, stage.in_office_hours(at))
        }
        Step::CallBack => {
            let at = now + minutes(stage, 5, 90);
            (Step::Archive, stage.in_office_hours(at))
        }
        Step::Archive | Step::PutOffByNight | Step::NotHome | Step::WaitForParts => return,
    };
    stage.agenda.note(at, Event::Order { job, step: next });
}
