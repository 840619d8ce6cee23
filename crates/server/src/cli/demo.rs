//! `zhishou demo`.

use std::process::ExitCode;
use std::sync::Arc;

use clap::Args;
use zhishou_app::App;
use zhishou_app::demo::{CAST, Holding, PASSWORD, PIN, fill, what_it_holds};
use zhishou_platform::SystemClock;
use zhishou_rules::regulation::role_name;

use super::terminal::{Stop, both, remark, say};
use super::told;
use crate::config::Config;
use crate::installation::{open, require_existing};

#[derive(Debug, Args)]
pub struct DemoArgs {
    /// Only print the accounts of the demo in the data folder.
    #[arg(long)]
    accounts: bool,
    /// The caller serves the demo next, so do not say how to.
    #[arg(long, hide = true)]
    served_next: bool,
}

/// Fills an empty data folder with the demo community and prints its accounts. A demo that is
/// there already stays as it is; other data are refused.
pub async fn run(config: Config, args: &DemoArgs) -> Result<ExitCode, Stop> {
    if args.accounts {
        return print_known_accounts(&config).await;
    }
    let app = open(&config, Arc::new(SystemClock)).await.map_err(told)?;
    match what_it_holds(&app).await.map_err(told)? {
        Holding::Nothing => fill_folder(&app).await?,
        Holding::Demo => say_it_is_there(&config)?,
        Holding::OtherData => return Err(no_demo(&config).into()),
    }
    app.platform().db().close().await;
    print_accounts()?;
    if args.served_next {
        say!("正在启动，用以上账号在下面的地址登录。")?;
    } else {
        let folder = config.data_dir.display();
        say!("运行 zhishou serve --data-dir {folder} 后登录。")?;
    }
    Ok(ExitCode::SUCCESS)
}

async fn print_known_accounts(config: &Config) -> Result<ExitCode, Stop> {
    require_existing(config)?;
    let app = open(config, Arc::new(SystemClock)).await.map_err(told)?;
    let holding = what_it_holds(&app).await.map_err(told)?;
    app.platform().db().close().await;
    if holding != Holding::Demo {
        return Err(no_demo(config).into());
    }
    print_accounts()?;
    Ok(ExitCode::SUCCESS)
}

async fn fill_folder(app: &App) -> Result<(), Stop> {
    app.migrate().await.map_err(told)?;
    remark!("正在生成演示小区和一周的值班记录，约需十秒…");
    let report = fill(app, None).await.map_err(told)?;
    say!(
        "演示小区已就绪：{} 套房屋、{} 名住户、一周内 {} 个事件。",
        report.homes,
        report.residents,
        report.events
    )
}

fn say_it_is_there(config: &Config) -> Result<(), Stop> {
    let place = config.data_dir.display();
    if config.database.is_some() {
        return say!("演示小区已在数据库中，保持原样。");
    }
    say!("演示小区已在 {place} 中，保持原样；要重新生成，请停止服务后删除这个演示文件夹。")
}

fn no_demo(config: &Config) -> String {
    let place = config.data_dir.display();
    if config.database.is_some() {
        // The URL holds a password, so it is not said which database.
        return both(
            format!(
                "数据库中不是演示数据，没有演示账号，未作任何改动。看演示请用 --database 指定一个空的\
                 数据库，或去掉数据库设置并用 --data-dir 指定一个空文件夹；使用其中的数据请运行 \
                 zhishou serve --data-dir {place}。"
            ),
            format!(
                "the database does not hold the demo, so there are no demo accounts; nothing was \
                 changed: for a demo name an empty database with --database, or leave the \
                 database out and name an empty folder with --data-dir; or serve these data with \
                 `zhishou serve --data-dir {place}`"
            ),
        );
    }
    both(
        format!(
            "{place} 中不是演示数据，没有演示账号，未作任何改动。\
             看演示请用 --data-dir 指定一个空文件夹；使用其中的数据请运行 zhishou serve --data-dir {place}。"
        ),
        format!(
            "{place} does not hold the demo, so there are no demo accounts; nothing was changed: \
             name an empty folder with --data-dir for a demo, or serve these data with \
             `zhishou serve --data-dir {place}`"
        ),
    )
}

fn print_accounts() -> Result<(), Stop> {
    say!("所有账号的密码均为 {PASSWORD}，签名密码(PIN)为 {PIN}：")?;
    for member in CAST {
        let roles: Vec<&str> = member.roles.iter().map(|role| role_name(*role)).collect();
        say!(
            "  {:<10} {}  {}  {}",
            member.login,
            member.name,
            member.department,
            roles.join("、")
        )?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::{CommonArgs, ServeArgs};

    fn told_of(database: Option<&str>) -> String {
        let folder = tempfile::tempdir().expect("a folder");
        let common = CommonArgs {
            data_dir: Some(folder.path().to_owned()),
            database: database.map(str::to_owned),
            config: None,
        };
        no_demo(&Config::load(&common, &ServeArgs::default()).expect("settings"))
    }

    #[test]
    fn other_data_are_told_where_they_are() {
        let in_database = told_of(Some("postgres://zhishou:geheim@db.example.cn/zhishou"));
        for line in in_database.lines() {
            assert!(line.contains("--database"), "{in_database}");
        }
        assert!(in_database.starts_with("数据库中不是演示数据"));
        assert!(!in_database.contains("geheim"), "{in_database}");
        let in_folder = told_of(None);
        assert!(in_folder.contains(" 中不是演示数据") && !in_folder.contains("数据库"));
    }
}
