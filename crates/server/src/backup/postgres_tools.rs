//! `pg_dump` and `pg_restore` from the PATH. The password reaches them by the environment only:
//! a command line can be read by everybody on the machine.

use std::ffi::OsStr;
use std::path::Path;
use std::process::{Command, Stdio};

use percent_encoding::percent_decode_str;
use url::Url;

/// PostgreSQL's tools, pointed at one database.
pub struct Tools {
    environment: Vec<(&'static str, String)>,
}

impl Tools {
    /// Tools for the database of a URL.
    ///
    /// # Errors
    /// The URL cannot be read; the sentence does not repeat it, since it may hold a password.
    pub fn for_database(url: &str) -> Result<Self, String> {
        Ok(Self {
            environment: environment(url)?,
        })
    }

    /// Dumps one schema as a published snapshot shows it.
    pub async fn dump(&self, schema: &str, snapshot: &str, to: &Path) -> Result<(), String> {
        let mut command = self.command("pg_dump");
        command
            .args(["--format=custom", "--no-owner", "--no-privileges"])
            // Without quotes the name would be a pattern.
            .arg(format!("--schema=\"{}\"", schema.replace('"', "\"\"")))
            .arg(format!("--snapshot={snapshot}"))
            .arg(argument("--file=", to));
        carry_out(command).await
    }

    /// Restores a dump into the schema, whole or not at all.
    pub async fn restore(&self, schema: &str, from: &Path) -> Result<(), String> {
        let mut command = self.command("pg_restore");
        command
            .args(["--exit-on-error", "--single-transaction"])
            .args(["--no-owner", "--no-privileges"])
            // Naming the schema leaves out its own creation: it exists.
            .arg(format!("--schema={schema}"))
            // An empty name connects to the database that the environment names.
            .arg("--dbname=")
            .arg(from);
        carry_out(command).await
    }

    fn command(&self, program: &str) -> Command {
        let mut command = Command::new(program);
        command
            .arg("--no-password")
            .envs(self.environment.iter().map(|(key, value)| (key, value)))
            .stdin(Stdio::null());
        command
    }
}

fn argument(option: &str, path: &Path) -> std::ffi::OsString {
    let mut argument = std::ffi::OsString::from(option);
    argument.push(path);
    argument
}

async fn carry_out(mut command: Command) -> Result<(), String> {
    let program = name_of(command.get_program());
    let run = tokio::task::spawn_blocking(move || command.output());
    let output = run
        .await
        .map_err(|error| error.to_string())?
        .map_err(|error| match error.kind() {
            std::io::ErrorKind::NotFound => format!(
                "{program} was not found: install PostgreSQL's client programs (Debian: \
                 apt install postgresql-client), at least as new as the server, or put them on \
                 the PATH"
            ),
            _ => format!("{program} could not be started: {error}"),
        })?;
    if output.status.success() {
        return Ok(());
    }
    let said = String::from_utf8_lossy(&output.stderr);
    Err(format!(
        "{program} failed ({}):\n{}",
        output.status,
        said.trim()
    ))
}

fn name_of(program: &OsStr) -> String {
    program.to_string_lossy().into_owned()
}

/// The variables by which libpq connects as the URL says.
fn environment(url: &str) -> Result<Vec<(&'static str, String)>, String> {
    let url =
        Url::parse(url).map_err(|error| format!("the database URL cannot be read: {error}"))?;
    let mut variables = vec![("PGAPPNAME", "zhishou copy".to_owned())];
    let parts = [
        ("PGHOST", url.host_str().unwrap_or_default()),
        ("PGUSER", url.username()),
        ("PGPASSWORD", url.password().unwrap_or_default()),
        ("PGDATABASE", url.path().trim_start_matches('/')),
    ];
    for (name, part) in parts.into_iter().filter(|(_, part)| !part.is_empty()) {
        set(&mut variables, name, decoded(part)?);
    }
    if let Some(port) = url.port() {
        set(&mut variables, "PGPORT", port.to_string());
    }
    for (key, value) in url.query_pairs() {
        if let Some(setting) = key
            .strip_prefix("options[")
            .and_then(|k| k.strip_suffix(']'))
        {
            add_option(&mut variables, &format!("-c {setting}={value}"));
        } else if key == "options" {
            add_option(&mut variables, &value);
        } else if let Some(name) = variable_of(&key) {
            set(&mut variables, name, value.into_owned());
        }
    }
    Ok(variables)
}

/// The variable of a parameter in the URL's query; what says nothing about connecting has none.
fn variable_of(parameter: &str) -> Option<&'static str> {
    Some(match parameter {
        "host" | "hostaddr" => "PGHOST",
        "port" => "PGPORT",
        "dbname" => "PGDATABASE",
        "user" => "PGUSER",
        "password" => "PGPASSWORD",
        "sslmode" | "ssl-mode" => "PGSSLMODE",
        "sslrootcert" | "ssl-root-cert" | "ssl-ca" => "PGSSLROOTCERT",
        "sslcert" | "ssl-cert" => "PGSSLCERT",
        "sslkey" | "ssl-key" => "PGSSLKEY",
        _ => return None,
    })
}

fn set(variables: &mut Vec<(&'static str, String)>, name: &'static str, value: String) {
    variables.retain(|(known, _)| *known != name);
    variables.push((name, value));
}

fn add_option(variables: &mut Vec<(&'static str, String)>, option: &str) {
    match variables.iter_mut().find(|(name, _)| *name == "PGOPTIONS") {
        Some((_, options)) => {
            options.push(' ');
            options.push_str(option);
        }
        None => variables.push(("PGOPTIONS", option.to_owned())),
    }
}

fn decoded(part: &str) -> Result<String, String> {
    percent_decode_str(part)
        .decode_utf8()
        .map(std::borrow::Cow::into_owned)
        .map_err(|_| "the database URL holds %-signs that are not UTF-8".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn value<'a>(variables: &'a [(&'static str, String)], name: &str) -> Option<&'a str> {
        let mut found = variables.iter().filter(|(known, _)| *known == name);
        let first = found.next();
        assert!(found.next().is_none(), "{name} is set once");
        first.map(|(_, value)| value.as_str())
    }

    #[test]
    fn a_url_becomes_the_variables_of_libpq() {
        let variables = environment(
            "postgres://duty:p%40ss%2Fw@db.example.cn:5433/zhi%20shou?sslmode=verify-full\
             &sslrootcert=/etc/ca.pem&options[search_path]=duty&options[statement_timeout]=0",
        )
        .expect("a URL");
        let expected = [
            ("PGHOST", "db.example.cn"),
            ("PGPORT", "5433"),
            ("PGUSER", "duty"),
            ("PGPASSWORD", "p@ss/w"),
            ("PGDATABASE", "zhi shou"),
            ("PGSSLMODE", "verify-full"),
            ("PGSSLROOTCERT", "/etc/ca.pem"),
            ("PGOPTIONS", "-c search_path=duty -c statement_timeout=0"),
        ];
        for (name, wanted) in expected {
            assert_eq!(value(&variables, name), Some(wanted), "{name}");
        }
    }

    #[test]
    fn a_socket_in_the_query_wins_over_the_host() {
        let variables = environment("postgres://z@localhost/z?host=/run/pg").expect("a URL");
        assert_eq!(value(&variables, "PGHOST"), Some("/run/pg"));
        assert_eq!(value(&variables, "PGPASSWORD"), None);
    }

    #[test]
    fn a_broken_url_is_not_repeated() {
        let error = environment("postgres://u:secret@[broken/db").expect_err("no URL");
        assert!(!error.contains("secret"), "{error}");
    }
}
