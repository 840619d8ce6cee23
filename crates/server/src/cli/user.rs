//! `zhishou user reset-password`.

use std::io::{BufRead as _, IsTerminal as _};
use std::process::ExitCode;
use std::sync::Arc;

use clap::Subcommand;
use zhishou_app::access::{find_account, reset_password_at_terminal};
use zhishou_platform::SystemClock;
use zhishou_rules::access::SHORTEST_PASSWORD;

use super::terminal::{Stop, both, remark, say};
use super::told;
use crate::config::Config;
use crate::installation::{open_and_migrate, require_existing};

#[derive(Debug, Subcommand)]
pub enum UserCommand {
    /// Set a new password for an account; it is asked twice at a terminal and not shown, else
    /// read from standard input.
    ResetPassword {
        /// Account name or phone number.
        login: String,
    },
}

/// Runs a command about accounts.
pub async fn run(config: Config, command: UserCommand) -> Result<ExitCode, Stop> {
    let UserCommand::ResetPassword { login } = command;
    require_existing(&config)?;
    let app = open_and_migrate(&config, Arc::new(SystemClock))
        .await
        .map_err(told)?;
    // Known before a password is asked: nobody should think one up for nothing.
    let found = find_account(&app, &login).await.map_err(told)?;
    let account = found.ok_or_else(|| no_account(&config, &login))?;
    if account.communities == 0 {
        return Err(works_nowhere(&login).into());
    }
    let password = if std::io::stdin().is_terminal() {
        ask_twice(&login)?
    } else {
        read_line()?
    };
    reset_password_at_terminal(&app, &login, password)
        .await
        .map_err(told)?;
    say!("{}", done(&login, account.disabled))?;
    app.platform().db().close().await;
    Ok(ExitCode::SUCCESS)
}

fn no_account(config: &Config, login: &str) -> String {
    let folder = config.data_dir.display();
    both(
        format!(
            "{folder} 的数据中没有账号“{login}”。请核对登录用的账号或手机号；\
             能登录的管理员可在“账号管理”页查到全部账号。"
        ),
        format!(
            "the installation in {folder} has no account {login:?}: check the account name or \
             phone number; an administrator who can sign in finds all of them on the accounts page"
        ),
    )
}

fn works_nowhere(login: &str) -> String {
    both(
        format!(
            "账号“{login}”的本人已从所有小区离职，不能再登录，密码没有更改。\
             如仍在职，请由能登录的管理员在“人员与房产”中改正离职日期，再重新执行。"
        ),
        format!(
            "whoever {login:?} belongs to has left every community and cannot sign in; nothing \
             was changed: if they still work here, an administrator who can sign in corrects the \
             last day of work on the people page, then run the command again"
        ),
    )
}

fn done(login: &str, disabled: bool) -> String {
    let (still_zh, still_en) = if disabled {
        (
            "该账号仍处于停用状态，须由管理员在“账号管理”页恢复后才能登录。",
            " The account is still disabled: an administrator enables it on the accounts page.",
        )
    } else {
        ("", "")
    };
    both(
        format!("账号“{login}”的密码已重置，所有设备均已退出登录。{still_zh}"),
        format!("The password of {login} is set; its sessions have ended.{still_en}"),
    )
}

/// Asks at the terminal, without showing what is typed.
fn ask_twice(login: &str) -> Result<String, String> {
    let ask = |prompt: String| {
        rpassword::prompt_password(prompt)
            .map_err(|error| format!("the password could not be read: {error}"))
    };
    remark!(
        "密码至少 {SHORTEST_PASSWORD} 位，输入时不显示 \
         (at least {SHORTEST_PASSWORD} characters, not shown while typing)"
    );
    let password = ask(format!("{login} 的新密码 (new password): "))?;
    if ask("再输入一次 (once more): ".to_owned())? == password {
        return Ok(password);
    }
    Err(both(
        "两次输入的密码不一致，密码没有更改，请重新执行。",
        "the two passwords differ; nothing was changed, run the command again",
    ))
}

fn read_line() -> Result<String, String> {
    let mut password = String::new();
    std::io::stdin()
        .lock()
        .read_line(&mut password)
        .map_err(|error| error.to_string())?;
    Ok(password.trim_end_matches(['\r', '\n']).to_owned())
}
