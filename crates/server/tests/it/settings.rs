//! `docs/operations.md` has the one table of all settings, and it is complete.

use std::collections::BTreeSet;
use std::path::Path;

use clap::CommandFactory as _;
use zhishou_server::cli::Cli;

/// A setting: key in the file, variable, flag; a dash where there is none.
type Setting = (String, String, String);

const NONE: &str = "-";

fn read(path: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The rows of the table whose first column is called `key`.
fn documented() -> BTreeSet<Setting> {
    let page = read("../../docs/operations.md");
    let rows = page
        .lines()
        .skip_while(|line| !line.starts_with("| key |"))
        .skip(2)
        .take_while(|line| line.starts_with('|'));
    rows.map(|row| {
        let cells: Vec<&str> = row.trim_matches('|').split('|').collect();
        assert_eq!(
            cells.len(),
            5,
            "key, environment, flag, default, meaning: {row}"
        );
        assert!(
            cells.iter().all(|cell| !cell.trim().is_empty()),
            "an empty cell: {row}"
        );
        let word = |cell: &str| cell.trim().trim_matches('`').to_owned();
        (word(cells[0]), word(cells[1]), word(cells[2]))
    })
    .collect()
}

/// Keys of the settings file, as the program reads them.
fn keys_of_the_file() -> BTreeSet<String> {
    let source = read("src/config.rs");
    let (_, file) = source.split_once("struct File {").expect("the struct");
    let (fields, _) = file.split_once('}').expect("its end");
    fields
        .lines()
        .filter_map(|line| line.trim().split_once(": Option<"))
        .map(|(name, _)| name.trim_start_matches("pub ").to_owned())
        .collect()
}

/// Every setting the program takes, from its own command line and settings file.
fn known() -> BTreeSet<Setting> {
    let mut command = Cli::command();
    command.build();
    let serve = command.find_subcommand("serve").expect("serve");
    let mut keys = keys_of_the_file();
    let mut settings: BTreeSet<Setting> = serve
        .get_arguments()
        .filter(|argument| !matches!(argument.get_id().as_str(), "help" | "version"))
        .map(|argument| {
            let id = argument.get_id().as_str();
            let key = if keys.remove(id) { id } else { NONE };
            let variable = argument
                .get_env()
                .map_or(NONE, |name| name.to_str().expect("UTF-8"));
            let flag = format!("--{}", argument.get_long().expect("a long flag"));
            (key.to_owned(), variable.to_owned(), flag)
        })
        .collect();
    settings.extend(
        keys.into_iter()
            .map(|key| (key, NONE.to_owned(), NONE.to_owned())),
    );
    settings
}

#[test]
fn the_table_of_settings_names_every_setting_and_no_other() {
    let (documented, known) = (documented(), known());
    assert!(
        known.len() >= 11,
        "the program's settings were found: {known:?}"
    );
    let missing: Vec<_> = known.difference(&documented).collect();
    let invented: Vec<_> = documented.difference(&known).collect();
    assert!(missing.is_empty(), "not in docs/operations.md: {missing:?}");
    assert!(invented.is_empty(), "not in the program: {invented:?}");
}
