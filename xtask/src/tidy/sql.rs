//! SQL text stands in the stores, in the platform and in the migrations, nowhere else.

use crate::finding::Finding;
use crate::source::Source;

/// Refuses SQL in string literals outside its places, and queries in `http.rs`.
pub fn check(sources: &[Source]) -> Vec<Finding> {
    let mut findings = Vec::new();
    for source in sources.iter().filter(|source| source.is_rust()) {
        if !may_hold_sql(&source.path) {
            let statements = source
                .lexed
                .literals
                .iter()
                .filter(|literal| is_statement(&literal.text));
            findings.extend(statements.map(|literal| {
                let message =
                    "SQL outside a store: move the statement to the capability's store.rs";
                Finding::at(&source.path, literal.line, message)
            }));
        }
        if is_http(&source.path) {
            findings.extend(calls_to_the_database(source));
        }
    }
    findings
}

fn may_hold_sql(path: &str) -> bool {
    let Some((name, file)) = path
        .strip_prefix("crates/")
        .and_then(|path| path.split_once('/'))
    else {
        // The checks themselves speak of SQL in their tests.
        return true;
    };
    match name {
        "platform" | "bench" => true,
        // The one builder of lists writes the only dynamic SQL.
        "app" => file.ends_with("/store.rs") || file.contains("/store/") || file == "src/lists.rs",
        "server" => file.contains("migration") || file.starts_with("tests/"),
        _ => false,
    }
}

/// True for text that begins or holds a statement, as capitals or as the verbs
/// that no sentence uses in this order.
fn is_statement(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    words.windows(2).any(|pair| {
        let second = pair[1].trim_end_matches('(');
        match (
            pair[0].to_ascii_lowercase().as_str(),
            second.to_ascii_lowercase().as_str(),
        ) {
            ("insert", "into") | ("delete", "from") => !second.is_empty(),
            _ => pair[0] == "SELECT",
        }
    }) || words
        .windows(3)
        .any(|three| three[0] == "UPDATE" && three.contains(&"SET"))
        || words
            .windows(4)
            .any(|four| four[0] == "UPDATE" && four[3] == "SET")
}

fn is_http(path: &str) -> bool {
    path.starts_with("crates/app/src/") && (path.ends_with("/http.rs") || path.contains("/http/"))
}

fn calls_to_the_database(source: &Source) -> Vec<Finding> {
    let lines = source.lexed.numbered_lines();
    let calls = lines.filter(|(_, code)| calls(code, "sql(") || calls(code, "sqlx::"));
    calls
        .map(|(line, _)| {
            let message = "a handler speaks to the database: call an action or the store instead";
            Finding::at(&source.path, line, message)
        })
        .collect()
}

/// True when `call` stands in the code as a word of its own.
fn calls(code: &str, call: &str) -> bool {
    code.match_indices(call).any(|(start, _)| {
        !code[..start].ends_with(|before: char| before.is_alphanumeric() || before == '_')
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(path: &str, text: &str) -> Vec<usize> {
        check(&[Source::new(path, text)])
            .iter()
            .map(|finding| finding.line)
            .collect()
    }

    const BAD: &str = "let a = \"SELECT id FROM post\";\nlet b = \"INSERT INTO post (id) VALUES ($1)\";\n\
        let c = \"UPDATE post SET a = 1\";\nlet d = r#\"\n  delete from post\"#;\n";

    #[test]
    fn statements_are_refused_outside_the_stores() {
        assert_eq!(lines("crates/app/src/desk/actions.rs", BAD), [1, 2, 3, 4]);
        assert_eq!(lines("crates/rules/src/desk/decide.rs", BAD), [1, 2, 3, 4]);
        assert_eq!(lines("crates/server/src/router.rs", BAD), [1, 2, 3, 4]);
    }

    #[test]
    fn statements_are_at_home_in_stores_platform_and_migrations() {
        for path in [
            "crates/app/src/desk/store.rs",
            "crates/app/src/desk/store/search.rs",
            "crates/platform/src/db/pool.rs",
            "crates/server/src/migrations.rs",
            "crates/server/tests/it/tamper.rs",
        ] {
            assert_eq!(lines(path, BAD), [0; 0], "{path}");
        }
    }

    #[test]
    fn sentences_and_comments_are_no_statements() {
        let text = "// SELECT id FROM post\nlet a = \"select a person from the list\";\nlet b = \"UPDATE me\";";
        assert_eq!(lines("crates/app/src/desk/actions.rs", text), [0; 0]);
    }

    #[test]
    fn handlers_do_not_query() {
        let text = "let rows = db.sql(\"x\");\nlet nosql(y);\nsqlx::query(z)";
        assert_eq!(lines("crates/app/src/desk/http.rs", text), [1, 3]);
    }
}
