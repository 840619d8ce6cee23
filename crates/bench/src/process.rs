//! The served binary: how soon it answers, and how much memory it keeps while nobody asks.

use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Child, ChildStdout, Command, Stdio};
use std::time::Duration;

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;
use zhishou_base::Span;
use zhishou_platform::Pacer;

use crate::Failure;
use crate::stopwatch::Stopwatch;

/// How soon the first answer must come.
pub const FIRST_ANSWER_TARGET: Duration = Duration::from_millis(500);
/// How much memory the idle server may keep, in bytes.
pub const MEMORY_TARGET_BYTES: u64 = 64 * 1024 * 1024;
/// How long the server is left alone before its memory is read; it ticks meanwhile.
const IDLE: Span = Span::seconds(12);

/// What was measured.
#[derive(Debug, Clone)]
pub struct ServerFigures {
    /// From the start of the process to the first `200` of `/healthz`, sorted.
    pub first_answers: Vec<Duration>,
    /// Resident memory while idle.
    pub idle_bytes: u64,
    /// The most it ever had.
    pub peak_bytes: u64,
    /// Size of the program's file.
    pub binary_bytes: u64,
}

impl ServerFigures {
    /// The middle start.
    pub fn first_answer(&self) -> Duration {
        let middle = self.first_answers.len() / 2;
        self.first_answers.get(middle).copied().unwrap_or_default()
    }
}

/// Starts the program on a demo of its own, several times.
pub async fn measure(
    server: &Path,
    folder: &Path,
    starts: usize,
) -> Result<ServerFigures, Failure> {
    let folder = tempfile::tempdir_in(folder)?;
    eprintln!("server: making the demo");
    let made = Command::new(server)
        .args(["demo", "--data-dir"])
        .arg(folder.path())
        .stdout(Stdio::null())
        .output()?;
    if !made.status.success() {
        let said = String::from_utf8_lossy(&made.stderr).into_owned();
        return Err(format!("{} demo: {said}", server.display()).into());
    }
    let mut first_answers = Vec::new();
    let mut memory = (0, 0);
    for number in 0..starts.max(1) {
        eprintln!("server: start {}", number + 1);
        let running = Running::start(server, folder.path()).await?;
        first_answers.push(running.first_answer);
        if number == 0 {
            Pacer.pause(IDLE).await;
            memory = running.memory()?;
        }
        running.stop()?;
    }
    first_answers.sort();
    Ok(ServerFigures {
        first_answers,
        idle_bytes: memory.0,
        peak_bytes: memory.1,
        binary_bytes: std::fs::metadata(server)?.len(),
    })
}

struct Running {
    child: Child,
    /// Kept open: a server that cannot write its lines stops.
    _output: BufReader<ChildStdout>,
    first_answer: Duration,
}

impl Running {
    async fn start(server: &Path, data: &Path) -> Result<Self, Failure> {
        let begun = Stopwatch::start();
        let mut child = Command::new(server)
            .args(["serve", "--listen", "127.0.0.1:0", "--data-dir"])
            .arg(data)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()?;
        let output = child.stdout.take().ok_or("the server has no output")?;
        let mut line = String::new();
        let mut output = BufReader::new(output);
        output.read_line(&mut line)?;
        let address = line.trim().rsplit("http://").next().unwrap_or_default();
        while !is_healthy(address).await {
            if let Some(status) = child.try_wait()? {
                return Err(format!("the server stopped: {status}").into());
            }
            Pacer.pause(Span(1)).await;
        }
        Ok(Self {
            child,
            _output: output,
            first_answer: begun.elapsed(),
        })
    }

    /// Resident memory now and at most, in bytes, as the kernel counts it.
    fn memory(&self) -> Result<(u64, u64), Failure> {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.id()))?;
        let kilobytes = |name: &str| -> Result<u64, Failure> {
            let line = status.lines().find_map(|line| line.strip_prefix(name));
            let number = line.and_then(|rest| rest.split_whitespace().next());
            Ok(number.ok_or("the kernel tells no memory")?.parse::<u64>()? * 1024)
        };
        Ok((kilobytes("VmRSS:")?, kilobytes("VmHWM:")?))
    }

    fn stop(mut self) -> Result<(), Failure> {
        self.child.kill()?;
        self.child.wait()?;
        Ok(())
    }
}

async fn is_healthy(address: &str) -> bool {
    let Ok(mut stream) = TcpStream::connect(address).await else {
        return false;
    };
    let request = format!("GET /healthz HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n");
    let mut answer = String::new();
    stream.write_all(request.as_bytes()).await.is_ok()
        && stream.read_to_string(&mut answer).await.is_ok()
        && answer.starts_with("HTTP/1.1 200")
}
