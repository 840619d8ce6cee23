//! Both sides by turns, so that what else the machine does hits them alike.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use hdrhistogram::Histogram;

use crate::Failure;
use crate::capture::Writes;
use crate::install::Installations;
use crate::intake::Kind;
use crate::stopwatch::Stopwatch;

/// Acts of one turn.
const TURN: usize = 50;
/// Acts before anything is counted: connections open, statements are prepared.
const WARM_UP: usize = 50;
/// What the raw rate has to be reached of, in hundredths.
const RATE_TARGET: f64 = 0.5;
/// How many times the raw p99 is allowed.
const P99_TARGET: f64 = 3.0;

/// What is done, how often, by how many at once.
#[derive(Debug, Clone, Copy)]
pub struct Load {
    /// What is taken in.
    pub kind: Kind,
    /// Writers at the same time.
    pub writers: usize,
    /// Acts on each side.
    pub acts: usize,
}

/// One side's figures.
#[derive(Debug, Clone)]
pub struct Side {
    times: Histogram<u64>,
    busy: Duration,
}

impl Side {
    fn new() -> Result<Self, Failure> {
        // Microseconds up to one minute, three digits.
        Ok(Self {
            times: Histogram::new_with_bounds(1, 60_000_000, 3)?,
            busy: Duration::ZERO,
        })
    }

    fn add(&mut self, turn: &Turn) -> Result<(), Failure> {
        self.busy += turn.busy;
        for time in &turn.times {
            self.times.record(u64::try_from(time.as_micros())?)?;
        }
        Ok(())
    }

    /// Acts a second.
    #[expect(clippy::cast_precision_loss, reason = "a few thousand")]
    pub fn rate(&self) -> f64 {
        self.times.len() as f64 / self.busy.as_secs_f64()
    }

    /// The latency that so many of a hundred acts kept below, in milliseconds.
    #[expect(
        clippy::cast_precision_loss,
        reason = "at most a minute of microseconds"
    )]
    pub fn percentile_ms(&self, percent: f64) -> f64 {
        self.times.value_at_percentile(percent) as f64 / 1_000.0
    }
}

/// Both sides of one load.
#[derive(Debug, Clone)]
pub struct Comparison {
    /// The engine's name.
    pub engine: &'static str,
    /// The load.
    pub load: Load,
    /// Rows that an act writes, on average.
    pub rows: usize,
    /// The real act.
    pub act: Side,
    /// The same rows.
    pub raw: Side,
}

impl Comparison {
    /// The act's rate as a part of the raw one.
    pub fn rate_ratio(&self) -> f64 {
        self.act.rate() / self.raw.rate()
    }

    /// The act's p99 as a multiple of the raw one.
    pub fn p99_ratio(&self) -> f64 {
        self.act.percentile_ms(99.0) / self.raw.percentile_ms(99.0)
    }

    /// At least half of the raw rate.
    pub fn rate_is_met(&self) -> bool {
        self.rate_ratio() >= RATE_TARGET
    }

    /// At most three times the raw p99.
    pub fn p99_is_met(&self) -> bool {
        self.p99_ratio() <= P99_TARGET
    }
}

/// Measures one load on both sides.
pub async fn compare(on: &mut Installations, load: Load) -> Result<Comparison, Failure> {
    let writes = on.template.perform(load.kind, WARM_UP + load.acts).await?;
    let rows = writes.iter().map(Vec::len).sum::<usize>() / writes.len().max(1);
    let mut result = Comparison {
        engine: on.engine.name(),
        load,
        rows,
        act: Side::new()?,
        raw: Side::new()?,
    };
    let mut writes: Vec<Arc<Writes>> = writes.into_iter().map(Arc::new).collect();
    let measured = writes.split_off(WARM_UP);
    act_turn(on, load, 0, WARM_UP).await?;
    raw_turn(on, load, &writes).await?;
    for (number, turn) in measured.chunks(TURN).enumerate() {
        let first = WARM_UP + number * TURN;
        if number % 2 == 0 {
            result
                .act
                .add(&act_turn(on, load, first, turn.len()).await?)?;
            result.raw.add(&raw_turn(on, load, turn).await?)?;
        } else {
            result.raw.add(&raw_turn(on, load, turn).await?)?;
            result
                .act
                .add(&act_turn(on, load, first, turn.len()).await?)?;
        }
    }
    Ok(result)
}

/// What a turn took: all of it, and each of its acts.
struct Turn {
    busy: Duration,
    times: Vec<Duration>,
}

async fn act_turn(
    on: &Installations,
    load: Load,
    first: usize,
    acts: usize,
) -> Result<Turn, Failure> {
    let (app, desk) = (on.app.clone(), Arc::new(on.desk.clone()));
    turn(load.writers, acts, move |at| {
        let (app, desk) = (app.clone(), Arc::clone(&desk));
        async move { desk.take(&app, load.kind, first + at).await }
    })
    .await
}

async fn raw_turn(on: &Installations, load: Load, writes: &[Arc<Writes>]) -> Result<Turn, Failure> {
    let (raw, writes) = (on.raw.clone(), Arc::new(writes.to_vec()));
    turn(load.writers, writes.len(), move |at| {
        let (raw, writes) = (raw.clone(), Arc::clone(&writes));
        async move { raw.store(&writes[at]).await }
    })
    .await
}

/// Lets writers take numbers until all are done.
async fn turn<F, Work>(writers: usize, acts: usize, work: F) -> Result<Turn, Failure>
where
    F: Fn(usize) -> Work + Clone + Send + 'static,
    Work: Future<Output = Result<(), Failure>> + Send,
{
    let next = Arc::new(AtomicUsize::new(0));
    let whole = Stopwatch::start();
    let mut tasks = Vec::new();
    for _ in 0..writers.max(1) {
        let (next, work) = (Arc::clone(&next), work.clone());
        tasks.push(tokio::spawn(async move {
            let mut times = Vec::new();
            loop {
                let at = next.fetch_add(1, Ordering::Relaxed);
                if at >= acts {
                    return Ok::<_, Failure>(times);
                }
                let one = Stopwatch::start();
                work(at).await?;
                times.push(one.elapsed());
            }
        }));
    }
    let mut times = Vec::with_capacity(acts);
    for task in tasks {
        times.extend(task.await??);
    }
    Ok(Turn {
        busy: whole.elapsed(),
        times,
    })
}
