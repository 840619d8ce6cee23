//! `zhishou serve` and `zhishou migrate`.

use std::io::{self, ErrorKind};
use std::net::SocketAddr;
use std::process::ExitCode;
use std::sync::Arc;

use tokio::net::TcpListener;
use tokio::signal::unix::{SignalKind, signal};
use tokio::sync::watch;
use zhishou_app::App;
use zhishou_app::access::offer_setup_link;
use zhishou_base::Span;
use zhishou_platform::{Clock, Pacer, SystemClock};

use super::terminal::{Stop, both, cause_zh, say};
use super::told;
use crate::config::Config;
use crate::installation::{RehearsalClock, open, open_and_migrate, require_existing, what_to_mend};
use crate::observe::{start_logging, start_metrics};
use crate::web::{WebParts, router};

/// How often everything that is due is looked at.
const TICK: Span = Span::seconds(5);
/// How long open answers may take to finish after a stop.
const DRAIN: Span = Span::seconds(10);

/// Serves until it is told to stop.
pub async fn serve(config: Config) -> Result<ExitCode, Stop> {
    start_logging(&config.log)?;
    let rehearsal = config.rehearsal.then(RehearsalClock::default);
    let clock: Arc<dyn Clock> = match &rehearsal {
        Some(clock) => Arc::new(clock.clone()),
        None => Arc::new(SystemClock),
    };
    let app = open_and_migrate(&config, clock).await.map_err(told)?;
    let parts = WebParts {
        metrics: Some(start_metrics()?),
        open_metrics: config.open_metrics,
        rehearsal,
    };
    let listener = TcpListener::bind(config.listen)
        .await
        .map_err(|error| cannot_listen(config.listen, &error))?;
    let address = listener.local_addr().map_err(|error| error.to_string())?;
    let stop = listen_for_stop()?;
    match greet(&app, address).await {
        // A server goes on serving when nobody reads its terminal.
        Ok(()) | Err(Stop::NobodyReads) => {}
        Err(problem) => return Err(problem),
    }
    let background = start_background(&app);
    let service = router(app.clone(), parts).into_make_service_with_connect_info::<SocketAddr>();
    let (stopping, first) = (app.clone(), stop.clone());
    let server = axum::serve(listener, service).with_graceful_shutdown(async move {
        told_to_stop(first).await;
        tracing::info!("stopping: open answers are finished, live pages closed");
        stopping.platform().wakes().close();
    });
    tokio::select! {
        served = async { server.await } => served.map_err(|error| error.to_string())?,
        () = async { told_to_stop(stop).await; Pacer.pause(DRAIN).await } => {}
    }
    for task in background {
        task.abort();
    }
    app.platform().db().close().await;
    Ok(ExitCode::SUCCESS)
}

fn cannot_listen(address: SocketAddr, error: &io::Error) -> String {
    let (why, zh, en) = match error.kind() {
        ErrorKind::AddrInUse => (
            "该地址已被占用".to_owned(),
            "另一个程序或另一个值守正在使用它：请先停止它，或用 --listen 换一个端口，\
             例如 --listen 127.0.0.1:8081",
            "another program, or another Zhishou, listens there: stop it, or choose another port \
             with --listen, e.g. --listen 127.0.0.1:8081",
        ),
        ErrorKind::PermissionDenied => (
            "没有权限".to_owned(),
            "1024 以下的端口需要系统授权：请用 --listen 换一个更大的端口",
            "ports below 1024 need a privilege of the system: choose a higher one with --listen",
        ),
        ErrorKind::AddrNotAvailable => (
            "本机没有这个地址".to_owned(),
            "请用 --listen 换成本机的地址；0.0.0.0 表示本机所有地址",
            "this machine has no such address: name one it has with --listen; 0.0.0.0 means all",
        ),
        _ => (
            cause_zh(error),
            "请用 --listen 换一个地址",
            "choose another address with --listen",
        ),
    };
    both(
        format!("无法在 {address} 上监听：{why}。{zh}。"),
        format!("cannot listen on {address}: {error}; {en}"),
    )
}

/// Brings the schema up to date and says so.
pub async fn migrate(config: Config) -> Result<ExitCode, Stop> {
    // A mistyped folder must not quietly become a new installation.
    require_existing(&config)?;
    let app = open(&config, Arc::new(SystemClock)).await.map_err(told)?;
    let version = app
        .migrate()
        .await
        .map_err(|error| told(what_to_mend(&config, error)))?;
    say!("The database has schema version {version}.")?;
    app.platform().db().close().await;
    Ok(ExitCode::SUCCESS)
}

async fn greet(app: &App, address: SocketAddr) -> Result<(), Stop> {
    say!("Zhishou 值守 serves http://{address}")?;
    if let Some(token) = offer_setup_link(app).await.map_err(told)? {
        say!(
            "首次使用，请在 24 小时内打开以下一次性链接完成初始设置 (first use, open this link \
             once for the set-up):"
        )?;
        say!("  http://{address}/setup/{token}")?;
    }
    say!("按 Ctrl+C 停止 (Ctrl+C stops it)")
}

fn start_background(app: &App) -> Vec<tokio::task::JoinHandle<()>> {
    let ticking = app.clone();
    let mut tasks = vec![tokio::spawn(async move {
        loop {
            match ticking.tick().await {
                Ok(()) => count_tick(&ticking),
                Err(error) => {
                    metrics::counter!("zhishou_ticks_total", "outcome" => "failed").increment(1);
                    tracing::error!(%error, "deadlines were not looked at; trying again");
                }
            }
            Pacer.pause(TICK).await;
        }
    })];
    if app.platform().db().is_postgres() {
        let (telling, hearing) = (app.clone(), app.clone());
        tasks.push(tokio::spawn(async move {
            let platform = telling.platform();
            if let Err(error) = platform.wakes().tell_others(platform.db()).await {
                tracing::error!(%error, "other instances are no longer told of news");
            }
        }));
        tasks.push(tokio::spawn(async move {
            loop {
                let platform = hearing.platform();
                if let Err(error) = platform.wakes().hear_others(platform.db()).await {
                    tracing::error!(%error, "other instances are not heard; trying again");
                }
                Pacer.pause(TICK).await;
            }
        }));
    }
    tasks
}

/// Lets monitoring see that deadlines are looked at.
fn count_tick(app: &App) {
    metrics::counter!("zhishou_ticks_total", "outcome" => "done").increment(1);
    let seconds = app.platform().now().0.div_euclid(1_000);
    metrics::gauge!("zhishou_last_tick_at_seconds").set(seconds as f64);
}

/// Listens for SIGTERM and Ctrl+C from this call on; the value turns true at the first of them.
fn listen_for_stop() -> Result<watch::Receiver<bool>, String> {
    let listen = |kind| signal(kind).map_err(|error| format!("signals cannot be heard: {error}"));
    let mut terminate = listen(SignalKind::terminate())?;
    let mut interrupt = listen(SignalKind::interrupt())?;
    let (sender, receiver) = watch::channel(false);
    tokio::spawn(async move {
        tokio::select! {
            _ = terminate.recv() => {}
            _ = interrupt.recv() => {}
        }
        sender.send_replace(true);
    });
    Ok(receiver)
}

async fn told_to_stop(mut stop: watch::Receiver<bool>) {
    if stop.wait_for(|told| *told).await.is_err() {
        // The listening task ends only by telling; without it the server just goes on.
        std::future::pending::<()>().await;
    }
}
