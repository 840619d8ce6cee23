//! The real program, started as an operator starts it.

use std::io::{BufRead as _, BufReader, Read as _};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::thread::JoinHandle;

use serde_json::{Value as Json, json};
use tempfile::TempDir;

use super::wire::{RawAnswer, Wire};
use crate::engines::{Engine, Place};

/// A data folder, and the database of an installation.
pub struct Installation {
    folder: TempDir,
    data: &'static str,
    database: Option<Engine>,
}

/// Runs a test against installations on SQLite, and on PostgreSQL when the environment names one.
pub async fn for_each_installation(test: impl AsyncFn(Installation)) {
    test(Installation::sqlite()).await;
    if let Some(engine) = Engine::postgres().await {
        test(Installation::on(Some(engine))).await;
    }
}

impl Installation {
    /// An empty data folder, for SQLite.
    pub fn sqlite() -> Self {
        Self::on(None)
    }

    /// An empty data folder and the database of an engine, if one is given.
    pub fn on(database: Option<Engine>) -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        Self {
            folder,
            data: "data",
            database,
        }
    }

    /// Goes on with another data folder, as on a new machine; the database stays.
    pub fn move_to(&mut self, data: &'static str) {
        self.data = data;
    }

    /// Whether the data are in PostgreSQL.
    pub fn is_postgres(&self) -> bool {
        self.database.is_some()
    }

    /// The database URL, if the data are in PostgreSQL.
    pub fn url(&self) -> Option<&str> {
        match &self.database.as_ref()?.place {
            Place::Url(url) => Some(url),
            Place::Folder(_) => None,
        }
    }

    /// A path in a folder of this installation, beside its data folder.
    pub fn beside(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// The data folder.
    pub fn data_dir(&self) -> PathBuf {
        self.beside(self.data)
    }

    /// The program with its settings in the environment, and nothing of ours but these.
    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_zhishou"));
        for (name, _) in std::env::vars_os() {
            if name.to_string_lossy().starts_with("ZHISHOU_") {
                command.env_remove(name);
            }
        }
        command
            .args(arguments)
            .env("ZHISHOU_DATA_DIR", self.data_dir())
            .stdin(Stdio::null());
        if let Some(url) = self.url() {
            command.env("ZHISHOU_DATABASE", url);
        }
        command
    }

    /// Runs a command to its end.
    pub fn run(&self, arguments: &[&str]) -> Finished {
        Finished::from(self.command(arguments).output().expect("the program runs"))
    }

    /// Starts the server on a free port and waits until it says its address.
    pub fn serve(&self, arguments: &[&str]) -> Served {
        let mut command = self.command(&["serve", "--listen", "127.0.0.1:0"]);
        command.args(arguments);
        Served::start(command)
    }
}

/// A command that ended.
#[derive(Debug)]
pub struct Finished {
    /// Exit code.
    pub code: i32,
    /// Standard output.
    pub stdout: String,
    /// Standard error.
    pub stderr: String,
}

impl From<Output> for Finished {
    fn from(output: Output) -> Self {
        Self {
            code: output.status.code().expect("it ended by itself"),
            stdout: String::from_utf8(output.stdout).expect("text"),
            stderr: String::from_utf8(output.stderr).expect("text"),
        }
    }
}

impl Finished {
    /// Its output, when it ended with this code.
    #[track_caller]
    pub fn ended_with(self, code: i32) -> Self {
        assert_eq!(self.code, code, "{self:#?}");
        self
    }

    /// Asserts that it said something, on either stream.
    #[track_caller]
    pub fn said(&self, words: &str) -> &Self {
        let said = self.stdout.contains(words) || self.stderr.contains(words);
        assert!(said, "{words:?} in {self:#?}");
        self
    }
}

/// A running server; killed when a test leaves it behind.
pub struct Served {
    child: Child,
    /// Where it listens.
    pub wire: Wire,
    /// The path of the one-time set-up link, if it printed one.
    pub setup_path: Option<String>,
    stdout: Option<JoinHandle<String>>,
    stderr: Option<JoinHandle<String>>,
}

impl Served {
    fn start(mut command: Command) -> Self {
        let mut child = command
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program starts");
        let mut errors = child.stderr.take().expect("piped");
        let stderr = std::thread::spawn(move || {
            let mut text = String::new();
            errors.read_to_string(&mut text).expect("text");
            text
        });
        let mut stdout = BufReader::new(child.stdout.take().expect("piped"));
        let mut greeting = String::new();
        while !greeting.contains("Ctrl+C") {
            if stdout.read_line(&mut greeting).expect("a line") == 0 {
                let errors = stderr.join().expect("read");
                panic!("the server did not start: {greeting:?}\n{errors}");
            }
        }
        let links: Vec<&str> = greeting
            .split_whitespace()
            .filter_map(|word| word.strip_prefix("http://"))
            .collect();
        let wire = Wire::new(links[0].parse().expect("an address"));
        let setup_path = links
            .get(1)
            .map(|link| link.trim_start_matches(links[0]).to_owned());
        let stdout = std::thread::spawn(move || {
            let mut text = String::new();
            stdout.read_to_string(&mut text).expect("text");
            text
        });
        Self {
            child,
            wire,
            setup_path,
            stdout: Some(stdout),
            stderr: Some(stderr),
        }
    }

    /// Sets the installation up through its link, and tells the cookie of the session.
    pub fn set_up(&self) -> String {
        let path = self.setup_path.as_deref().expect("a set-up link");
        let answer = self.wire.post(&format!("/api{path}"), &founding(), &[]);
        assert_eq!(answer.status, 200, "{}", answer.body);
        answer.session_cookie()
    }

    /// Signs the administrator of [`Self::set_up`] in.
    pub fn sign_in(&self) -> RawAnswer {
        let body = json!({ "login": LOGIN, "password": PASSWORD });
        self.wire.post("/api/session", &body, &[])
    }

    /// Asks it to stop, as a service manager does.
    pub fn terminate(&self) {
        let told = Command::new("sh")
            .args(["-c", "kill -TERM \"$1\"", "sh"])
            .arg(self.child.id().to_string())
            .status()
            .expect("sh runs");
        assert!(told.success(), "SIGTERM is sent");
    }

    /// Waits for its end.
    pub fn wait(mut self) -> Finished {
        let status = self.child.wait().expect("it ends");
        let read = |stream: &mut Option<JoinHandle<String>>| {
            stream.take().expect("read once").join().expect("text")
        };
        Finished {
            code: status.code().expect("it ended by itself"),
            stdout: read(&mut self.stdout),
            stderr: read(&mut self.stderr),
        }
    }

    /// Stops it and waits for its end.
    pub fn stop(self) -> Finished {
        self.terminate();
        self.wait()
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        // Both fail when it has ended already, which is as good.
        self.child.kill().ok();
        self.child.wait().ok();
    }
}

/// Account name of the first administrator.
pub const LOGIN: &str = "director";
/// Password of the first administrator.
pub const PASSWORD: &str = "a long password";

fn founding() -> Json {
    json!({
        "community_name": "和安花园",
        "preset": "r01",
        "administrator": {
            "name": "陈主任",
            "login": LOGIN,
            "phone": "13800138000",
            "password": PASSWORD,
            "pin": "4711",
        },
    })
}

/// Names and contents of all files below a folder.
pub fn contents_of(folder: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let mut contents = Vec::new();
    for entry in std::fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            contents.extend(contents_of(&path));
        } else {
            contents.push((path.clone(), std::fs::read(&path).expect("a file")));
        }
    }
    contents.sort();
    contents
}
