//! Sets the demo up and plays its week.

use std::sync::Arc;

use zhishou_base::{CommunityId, Instant, LocalTime, PersonId, Span, UtcOffset};
use zhishou_platform::{AppError, ManualClock};
use zhishou_rules::roster::Month;

use super::agenda::{Agenda, Event, Fate};
use super::cast::{PASSWORD, PIN};
use super::chance::Chance;
use super::founding::FoundDemo;
use super::stage::Stage;
use super::{alerts, burst_pipe, contacts, duties, homes, matters, notices, steps};
use crate::access::NewAccount;
use crate::app::App;
use crate::handover::SetCondition;
use crate::people::{self, AddHomes};

/// How many days of history the demo has before today.
const DAYS: i64 = 7;
/// When the history begins, minutes after midnight: half an hour before the gate's early shift.
const BEGINS_AT: u16 = 390;
/// All chance of the demo comes from here.
const SEED: u64 = 20_261_124;

/// What was filled in.
#[derive(Debug, Clone, Copy)]
pub struct DemoReport {
    /// The demo community.
    pub community: CommunityId,
    /// Homes.
    pub homes: u32,
    /// Residents.
    pub residents: u32,
    /// Things that happened in the week.
    pub events: u32,
}

/// Fills an empty installation with the demo community and a week of its history,
/// up to now. `setup_token` is the set-up link to use up, if the set-up page asked.
///
/// # Errors
/// The installation is not empty, or the database failed.
pub async fn fill(app: &App, setup_token: Option<String>) -> Result<DemoReport, AppError> {
    fill_days(app, setup_token, DAYS).await
}

/// As [`fill`], with so many days of history before today.
///
/// # Errors
/// As [`fill`].
pub async fn fill_days(
    app: &App,
    setup_token: Option<String>,
    days: i64,
) -> Result<DemoReport, AppError> {
    let known = people::communities(&mut *app.platform().read().await?).await?;
    if !known.is_empty() {
        return Err(AppError::refused(
            "installation_not_empty",
            "已有小区，演示数据只能在初始设置之前载入；请换一个空的数据目录",
        ));
    }
    let _quiet = app.hold_ticks();
    let offset = UtcOffset::CHINA;
    let now = app.platform().now();
    let first_day = offset.date_of(now).plus_days(-days);
    let start =
        offset.instant(first_day, LocalTime::MIDNIGHT) + Span::minutes(i64::from(BEGINS_AT));
    let clock = ManualClock::new(start);
    let mut chance = Chance::new(SEED);
    let app = app.on_clock(Arc::new(clock.clone()));
    let community = CommunityId(app.platform().entropy().uuid(start));
    let people = found(&app, community, start, setup_token).await?;
    let homes = AddHomes(homes::homes(&mut chance));
    let mut stage = stage(app, clock, community, chance, people).await?;
    stage.plates = homes
        .0
        .iter()
        .flat_map(|home| &home.vehicles)
        .map(|car| car.plate.clone())
        .collect();
    let added = stage.act_as(stage.person("manager")?, &homes).await?;
    stage.residents = {
        let mut reader = stage.app.platform().read().await?;
        people::all_residents(&mut reader, community).await?
    };
    prepare(&mut stage, start, now).await?;
    let mut events = 0;
    while let Some((at, event)) = stage.agenda.next_before(now) {
        stage.clock.set(at);
        // On the heap: the acts of all events together are too large for the stack of a thread.
        Box::pin(happen(&mut stage, at, event)).await?;
        events += 1;
    }
    stage.clock.set(now);
    notices::write(&stage, now).await?;
    stage.app.tick().await?;
    Ok(DemoReport {
        community,
        homes: added.rooms,
        residents: added.residents,
        events,
    })
}

type People = std::collections::BTreeMap<String, PersonId>;

async fn found(
    app: &App,
    community: CommunityId,
    start: Instant,
    token: Option<String>,
) -> Result<People, AppError> {
    let nobody = PersonId(CommunityId::INSTALLATION.0);
    let (password, pin) = (PASSWORD.to_owned(), Some(PIN.to_owned()));
    let account = NewAccount::prepare(app, nobody, "demo", None, password, pin)
        .await?
        .with_own_password();
    let founding = FoundDemo {
        token,
        account,
        joined_on: UtcOffset::CHINA.date_of(start).plus_days(-400),
        gate_from: start + Span::minutes(30),
        desk_from: start + Span::minutes(150),
    };
    app.found(community, &founding).await
}

async fn stage(
    app: App,
    clock: ManualClock,
    community: CommunityId,
    chance: Chance,
    people: People,
) -> Result<Stage, AppError> {
    let (desk, gate) = {
        let mut reader = app.platform().read().await?;
        let missing = || AppError::internal("R01 has no such post");
        let desk = people::post_by_key(&mut reader, community, "desk").await?;
        let gate = people::post_by_key(&mut reader, community, "south_gate").await?;
        (desk.ok_or_else(missing)?, gate.ok_or_else(missing)?)
    };
    Ok(Stage {
        app,
        clock,
        community,
        offset: UtcOffset::CHINA,
        chance,
        agenda: Agenda::default(),
        desk,
        gate,
        people,
        residents: Vec::new(),
        plates: Vec::new(),
        holders: std::collections::BTreeMap::new(),
    })
}

/// Rosters up to the next month, and everything that chance brings in the week.
async fn prepare(stage: &mut Stage, start: Instant, now: Instant) -> Result<(), AppError> {
    let (first, last) = (stage.offset.date_of(start), stage.offset.date_of(now));
    let mut month = Month::of(first);
    while month <= Month::of(last).next() {
        for roster in duties::publish_rosters(stage, month).await? {
            duties::note_shifts(stage, &roster, start, now);
        }
        month = month.next();
    }
    let watch = SetCondition {
        post: stage.desk,
        text: "3栋2单元 2 号电梯等待配件，期间请引导乘坐 1 号电梯".to_owned(),
    };
    stage.act_as(stage.person("hejing")?, &watch).await?;
    let mut date = first;
    while date <= last {
        contacts::note_contacts(stage, date);
        date = date.plus_days(1);
    }
    let burst = stage.at(first.plus_days(3), 22 * 60 + 40);
    stage.agenda.note(burst, Event::PipeBursts);
    let cause = &matters::NO_WATER;
    let morning = stage.at(first.plus_days(4), 9 * 60 + 20);
    stage.agenda.note(morning, Event::MatterBegins { cause });
    note_last_hours(stage, now);
    let mut look = start + Span::minutes(5);
    while look < now {
        stage.agenda.note(look, Event::Look);
        look = look + Span::hours(1);
    }
    Ok(())
}

/// Whoever looks at the demo finds the desk in the middle of its work, at whatever hour.
fn note_last_hours(stage: &mut Stage, now: Instant) {
    let repairs = [
        (180, Fate::Parts),
        (55, Fate::Slow),
        (34, Fate::Open),
        (19, Fate::Open),
        (4, Fate::Open),
    ];
    for (minutes, fate) in repairs {
        let at = now - Span::minutes(minutes);
        stage.agenda.note(at, Event::Repair { fate });
    }
    let cause = &matters::LIFT_STANDS;
    let at = now - Span::minutes(62);
    stage.agenda.note(at, Event::MatterBegins { cause });
    for seconds in [400, 50] {
        let at = now - Span::seconds(seconds);
        stage.agenda.note(at, Event::Contact);
    }
}

async fn happen(stage: &mut Stage, at: Instant, event: Event) -> Result<(), AppError> {
    match event {
        Event::Look => {
            stage.app.tick().await?;
            alerts::answer(stage, at).await
        }
        Event::SignIn { post, person } => duties::sign_in(stage, post, person).await,
        Event::HandOver { post, to } => duties::hand_over(stage, post, to).await,
        Event::Repair { fate } => contacts::call_for_repair(stage, at, fate).await,
        Event::Contact => contacts::take(stage, at).await,
        Event::Settle { contact, outcome } => contacts::settle(stage, contact, outcome).await,
        Event::Order { job, step } => steps::go_on(stage, at, job, step).await,
        Event::MatterBegins { cause } => matters::begin(stage, at, cause).await,
        Event::MatterCall { matter, cause } => matters::call(stage, matter, cause).await,
        Event::MatterEnds { matter, outcome } => matters::end(stage, matter, outcome).await,
        Event::PipeBursts => burst_pipe::begin(stage, at).await,
        Event::StandIn { relief, repairer } => {
            burst_pipe::stand_in(stage, at, relief, repairer).await
        }
        Event::Back { relief, repairer } => burst_pipe::end(stage, relief, repairer).await,
    }
}
