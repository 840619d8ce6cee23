//! `zhishou demo`.

use std::process::ExitCode;
use std::sync::Arc;

use clap::Args;
use zhishou_app::demo::{CAST, PASSWORD, PIN, fill};
use zhishou_platform::SystemClock;
use zhishou_rules::regulation::role_name;

use super::told;
use crate::config::Config;
use crate::installation::open_and_migrate;

#[derive(Debug, Args)]
pub struct DemoArgs {
    /// Only print the accounts of a demo.
    #[arg(long)]
    accounts: bool,
}

/// Fills an empty data folder with the demo community and prints its accounts.
pub async fn run(config: Config, args: &DemoArgs) -> Result<ExitCode, String> {
    if !args.accounts {
        fill_folder(&config).await?;
    }
    print_accounts();
    if !args.accounts {
        println!(
            "运行 zhishou serve --data-dir {} 后登录。",
            config.data_dir.display()
        );
    }
    Ok(ExitCode::SUCCESS)
}

async fn fill_folder(config: &Config) -> Result<(), String> {
    let app = open_and_migrate(config, Arc::new(SystemClock))
        .await
        .map_err(told)?;
    eprintln!("正在生成演示小区和一周的值班记录，约需十秒…");
    let report = fill(&app, None).await.map_err(told)?;
    println!(
        "演示小区已就绪：{} 套房屋、{} 名住户、一周内 {} 个事件。",
        report.homes, report.residents, report.events
    );
    app.platform().db().close().await;
    Ok(())
}

fn print_accounts() {
    println!("所有账号的密码均为 {PASSWORD}，签名密码(PIN)为 {PIN}：");
    for member in CAST {
        let roles: Vec<&str> = member.roles.iter().map(|role| role_name(*role)).collect();
        println!(
            "  {:<10} {}  {}  {}",
            member.login,
            member.name,
            member.department,
            roles.join("、")
        );
    }
}
