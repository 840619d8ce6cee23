//! Several rows of one table in one statement: one trip to the database instead of many.

use std::fmt::Write as _;

use super::{Statement, Value, sql_built};

/// `head` names table and columns (`INSERT INTO t (a, b)`), `tail` what to do with a row that
/// is already there. Rows must be of one length; without rows there is nothing to run.
pub(crate) fn insert_rows(
    head: &'static str,
    rows: Vec<Vec<Value>>,
    tail: &'static str,
) -> Option<Statement> {
    if rows.is_empty() {
        return None;
    }
    let mut text = format!("{head} VALUES ");
    let mut place = 0;
    for (number, row) in rows.iter().enumerate() {
        text.push_str(if number == 0 { "(" } else { ", (" });
        for column in 0..row.len() {
            place += 1;
            let comma = if column == 0 { "" } else { ", " };
            // Writing into a string cannot fail.
            let _ = write!(text, "{comma}${place}");
        }
        text.push(')');
    }
    text.push(' ');
    text.push_str(tail);
    let statement = sql_built(text);
    Some(rows.into_iter().flatten().fold(statement, Statement::bind))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_share_one_statement_and_none_makes_none() {
        let rows = vec![
            vec![Value::from(1_i64), Value::from("a")],
            vec![Value::from(2_i64), Value::from("b")],
        ];
        let statement = insert_rows("INSERT INTO t (n, w)", rows, "ON CONFLICT (n) DO NOTHING")
            .expect("a statement");
        let written = format!("{statement:?}");
        assert!(
            written.contains(
                "INSERT INTO t (n, w) VALUES ($1, $2), ($3, $4) ON CONFLICT (n) DO NOTHING"
            ),
            "{written}"
        );
        assert!(insert_rows("INSERT INTO t (n, w)", Vec::new(), "").is_none());
    }
}
