//! Settings: built-in defaults, then the file, then the environment, then flags.
//! `docs/operations.md` has the one table of all of them.

use std::io::{Error, ErrorKind};
use std::net::SocketAddr;
use std::path::{Path, PathBuf};

use clap::Args;
use serde::Deserialize;
use zhishou_app::app::AppConfig;

use crate::cli::{both, cause_zh};

/// Settings that every command shares.
#[derive(Debug, Clone, Args)]
pub struct CommonArgs {
    /// Folder of the database, the vault key and the settings file.
    #[arg(long, env = "ZHISHOU_DATA_DIR", global = true)]
    pub data_dir: Option<PathBuf>,
    /// PostgreSQL URL; without it the data live in SQLite inside the data folder.
    #[arg(long, env = "ZHISHOU_DATABASE", global = true, hide_env_values = true)]
    pub database: Option<String>,
    /// Settings file (TOML); by default `zhishou.toml` in the data folder, if it is there.
    #[arg(long, env = "ZHISHOU_CONFIG", global = true)]
    pub config: Option<PathBuf>,
}

/// Settings of `serve`.
#[derive(Debug, Clone, Default, Args)]
pub struct ServeArgs {
    /// Address and port to listen on; port 0 takes a free one and prints it.
    #[arg(long, env = "ZHISHOU_LISTEN")]
    pub listen: Option<SocketAddr>,
    /// Cookies are sent over https only; set it when people reach the server by https.
    #[arg(long, env = "ZHISHOU_SECURE_COOKIES", num_args = 0..=1, default_missing_value = "true")]
    pub secure_cookies: Option<bool>,
    /// A reverse proxy in front adds X-Forwarded-For.
    #[arg(long, env = "ZHISHOU_BEHIND_PROXY", num_args = 0..=1, default_missing_value = "true")]
    pub behind_proxy: Option<bool>,
    /// Let /metrics be read from other machines too.
    #[arg(long, env = "ZHISHOU_OPEN_METRICS", num_args = 0..=1, default_missing_value = "true")]
    pub open_metrics: Option<bool>,
    /// Hours until an unused session ends.
    #[arg(long, env = "ZHISHOU_SESSION_HOURS")]
    pub session_hours: Option<u32>,
    /// Largest upload in megabytes.
    #[arg(long, env = "ZHISHOU_UPLOAD_LIMIT_MB")]
    pub upload_limit_mb: Option<u32>,
    /// What is logged: error, warn, info, debug, or a tracing filter.
    #[arg(long, env = "ZHISHOU_LOG")]
    pub log: Option<String>,
    /// Rehearsal: the clock can be moved by the page, for training and tests. Only on loopback.
    #[arg(long)]
    pub rehearsal: bool,
}

/// The settings file; every key is optional.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    listen: Option<SocketAddr>,
    database: Option<String>,
    secure_cookies: Option<bool>,
    behind_proxy: Option<bool>,
    open_metrics: Option<bool>,
    session_hours: Option<u32>,
    upload_limit_mb: Option<u32>,
    log: Option<String>,
}

/// Settings as they count.
#[derive(Debug, Clone)]
pub struct Config {
    /// Folder of the database, the vault key and the settings file.
    pub data_dir: PathBuf,
    /// PostgreSQL URL, or SQLite when absent.
    pub database: Option<String>,
    /// Address and port to listen on.
    pub listen: SocketAddr,
    /// Whether /metrics answers other machines.
    pub open_metrics: bool,
    /// What is logged.
    pub log: String,
    /// Whether the clock can be moved.
    pub rehearsal: bool,
    /// Settings of the application.
    pub app: AppConfig,
}

/// The default address.
const LISTEN: SocketAddr =
    SocketAddr::new(std::net::IpAddr::V4(std::net::Ipv4Addr::LOCALHOST), 8080);

impl Config {
    /// Puts defaults, file, environment and flags together.
    ///
    /// # Errors
    /// A sentence that says what is wrong in the file or the flags, and where.
    pub fn load(common: &CommonArgs, serve: &ServeArgs) -> Result<Self, String> {
        let data_dir = common
            .data_dir
            .clone()
            .unwrap_or_else(|| PathBuf::from("./data"));
        let file = read_file(common.config.as_deref(), &data_dir)?;
        let defaults = AppConfig::default();
        let limit = serve.upload_limit_mb.or(file.upload_limit_mb);
        let config = Self {
            database: common.database.clone().or(file.database),
            listen: serve.listen.or(file.listen).unwrap_or(LISTEN),
            open_metrics: serve.open_metrics.or(file.open_metrics).unwrap_or(false),
            log: serve
                .log
                .clone()
                .or(file.log)
                .unwrap_or_else(|| "info".to_owned()),
            rehearsal: serve.rehearsal,
            app: AppConfig {
                secure_cookies: serve
                    .secure_cookies
                    .or(file.secure_cookies)
                    .unwrap_or(defaults.secure_cookies),
                behind_proxy: serve
                    .behind_proxy
                    .or(file.behind_proxy)
                    .unwrap_or(defaults.behind_proxy),
                session_hours: serve
                    .session_hours
                    .or(file.session_hours)
                    .unwrap_or(defaults.session_hours),
                password_cost: defaults.password_cost,
                upload_limit_bytes: limit
                    .map_or(defaults.upload_limit_bytes, |mb| mb as usize * 1024 * 1024),
            },
            data_dir,
        };
        if config.rehearsal && !config.listen.ip().is_loopback() {
            return Err(format!(
                "--rehearsal lets anybody move the clock, so it only listens on loopback: \
                 use --listen 127.0.0.1:{}",
                config.listen.port()
            ));
        }
        Ok(config)
    }
}

fn is_absent(error: &Error) -> bool {
    matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory)
}

fn read_file(named: Option<&Path>, data_dir: &Path) -> Result<File, String> {
    let usual = data_dir.join("zhishou.toml");
    let path = named.unwrap_or(&usual);
    let text = match std::fs::read_to_string(path) {
        Ok(text) => text,
        // A data folder that is no folder is complained of where it is opened.
        Err(error) if is_absent(&error) && named.is_none() => return Ok(File::default()),
        Err(error) => return Err(cannot_read(path, &error)),
    };
    toml::from_str(&text).map_err(|error| format!("settings file {}: {error}", path.display()))
}

fn cannot_read(path: &Path, error: &Error) -> String {
    let (zh, en) = if error.kind() == ErrorKind::InvalidData {
        // Editors on Chinese Windows save as GBK unless told otherwise.
        ("请另存为 UTF-8", "save it as UTF-8")
    } else {
        (
            "请让运行本程序的用户能读它",
            "let the user who runs the program read it",
        )
    };
    let (path, cause) = (path.display(), cause_zh(error));
    both(
        format!("无法读取设置文件 {path}：{cause}。{zh}，或用 --config 换一个文件。"),
        format!("settings file {path}: {error}; {en}, or name another with --config"),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn common(folder: &Path) -> CommonArgs {
        CommonArgs {
            data_dir: Some(folder.to_owned()),
            database: None,
            config: None,
        }
    }

    #[test]
    fn flags_win_over_the_file_and_the_file_over_defaults() {
        let folder = tempfile::tempdir().expect("a folder");
        std::fs::write(
            folder.path().join("zhishou.toml"),
            "session_hours = 5\nlog = \"warn\"\n",
        )
        .expect("written");
        let flags = ServeArgs {
            session_hours: Some(9),
            ..ServeArgs::default()
        };
        let config = Config::load(&common(folder.path()), &flags).expect("settings");
        assert_eq!(config.app.session_hours, 9);
        assert_eq!(config.log, "warn");
        assert_eq!(config.listen, LISTEN);
    }

    #[test]
    fn an_unknown_key_is_named_with_its_line() {
        let folder = tempfile::tempdir().expect("a folder");
        std::fs::write(
            folder.path().join("zhishou.toml"),
            "log = \"warn\"\nlisten_on = 1\n",
        )
        .expect("written");
        let error = Config::load(&common(folder.path()), &ServeArgs::default())
            .expect_err("an unknown key");
        assert!(
            error.contains("listen_on") && error.contains("line 2"),
            "{error}"
        );
    }

    #[test]
    fn a_file_in_another_encoding_says_how_to_save_it() {
        let folder = tempfile::tempdir().expect("a folder");
        // 值守 as GBK.
        let text = b"# \xd6\xb5\xca\xd8\nlog = \"warn\"\n";
        std::fs::write(folder.path().join("zhishou.toml"), text).expect("written");
        let error =
            Config::load(&common(folder.path()), &ServeArgs::default()).expect_err("not UTF-8");
        assert!(error.contains("不是 UTF-8 文本。请另存为 UTF-8"), "{error}");
        assert!(error.contains("save it as UTF-8"), "{error}");
        assert!(
            !error.contains("系统错误") && !error.contains("能读它"),
            "{error}"
        );
    }

    #[test]
    fn a_rehearsal_is_not_for_the_network() {
        let folder = tempfile::tempdir().expect("a folder");
        let flags = ServeArgs {
            rehearsal: true,
            listen: Some("0.0.0.0:8080".parse().expect("an address")),
            ..ServeArgs::default()
        };
        assert!(Config::load(&common(folder.path()), &flags).is_err());
    }
}
