//! The one builder of filtered, keyset-paged lists. Dynamic SQL lives here and nowhere else.

use data_encoding::BASE64URL_NOPAD;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use zhishou_base::{CommunityId, Instant};
use zhishou_platform::{AppError, Conn, DbError, Record, Row, Value, sql_built};

/// One page of a list.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct Page<T> {
    /// The rows.
    pub items: Vec<T>,
    /// Send it back as `cursor` for the next page; absent at the end.
    pub next_cursor: Option<String>,
}

/// The most rows a page may have.
pub const MOST_ROWS: i64 = 200;

/// A condition, with its own values; the text stands in the source of a store.
struct Condition {
    text: &'static str,
    values: Vec<Value>,
}

/// A list under construction: newest first by an instant column, then by id.
pub struct List {
    select: &'static str,
    order_at: &'static str,
    order_id: &'static str,
    community: CommunityId,
    conditions: Vec<Condition>,
    after: Option<(Instant, Vec<u8>)>,
    limit: i64,
}

/// A row that knows its place in the list.
struct Placed<T> {
    row: T,
    at: Instant,
    id: Vec<u8>,
}

impl<T: Record> Record for Placed<T> {
    fn from_row(row: &Row) -> Result<Self, DbError> {
        Ok(Self {
            row: T::from_row(row)?,
            at: row.get("list_at")?,
            id: row.get("list_id")?,
        })
    }
}

impl List {
    /// Begins a list. `select` ends before WHERE, its columns include `… AS list_at` and
    /// `… AS list_id`; `order_at` and `order_id` name the same columns for ORDER BY.
    /// The table's community column must be reachable as `c.community_id`.
    pub fn newest_first(
        select: &'static str,
        order_at: &'static str,
        order_id: &'static str,
        community: CommunityId,
    ) -> Self {
        Self {
            select,
            order_at,
            order_id,
            community,
            conditions: Vec::new(),
            after: None,
            limit: 50,
        }
    }

    /// Adds a condition; each `?` stands for the next of `values`.
    pub fn filter(mut self, text: &'static str, values: Vec<Value>) -> Self {
        self.conditions.push(Condition { text, values });
        self
    }

    /// Adds a condition when there is a value for it.
    pub fn filter_opt(self, text: &'static str, value: Option<impl Into<Value>>) -> Self {
        match value {
            Some(value) => self.filter(text, vec![value.into()]),
            None => self,
        }
    }

    /// Continues behind a cursor and limits the page.
    ///
    /// # Errors
    /// The cursor was not given by this server.
    pub fn page(mut self, cursor: Option<&str>, limit: Option<i64>) -> Result<Self, AppError> {
        self.after = cursor.map(read_cursor).transpose()?;
        self.limit = limit.unwrap_or(50).clamp(1, MOST_ROWS);
        Ok(self)
    }

    /// Reads the page.
    ///
    /// # Errors
    /// The database failed.
    pub async fn fetch<T: Record>(self, conn: &mut Conn) -> Result<Page<T>, AppError> {
        let limit = self.limit;
        let (text, values) = self.build();
        let mut statement = sql_built(text);
        for value in values {
            statement = statement.bind(value);
        }
        let mut rows: Vec<Placed<T>> = statement.all(conn).await?;
        let more = i64::try_from(rows.len()).unwrap_or(i64::MAX) > limit;
        rows.truncate(usize::try_from(limit).unwrap_or(0));
        let next_cursor = rows
            .last()
            .filter(|_| more)
            .map(|last| write_cursor(last.at, &last.id));
        Ok(Page {
            items: rows.into_iter().map(|placed| placed.row).collect(),
            next_cursor,
        })
    }

    fn build(self) -> (String, Vec<Value>) {
        let mut values = vec![Value::from(self.community)];
        let mut text = format!("{} WHERE c.community_id = $1", self.select);
        for condition in self.conditions {
            text.push_str(" AND (");
            let mut given = condition.values.into_iter();
            for part in condition.text.split_inclusive('?') {
                match (part.strip_suffix('?'), given.next()) {
                    (Some(before), Some(value)) => {
                        values.push(value);
                        text.push_str(before);
                        text.push_str(&format!("${}", values.len()));
                    }
                    _ => text.push_str(part),
                }
            }
            text.push(')');
        }
        if let Some((at, id)) = self.after {
            let n = values.len();
            values.extend([Value::from(at), Value::from(at), Value::from(id)]);
            text.push_str(&format!(
                " AND ({at} < ${} OR ({at} = ${} AND {id} < ${}))",
                n + 1,
                n + 2,
                n + 3,
                at = self.order_at,
                id = self.order_id,
            ));
        }
        values.push(Value::from(self.limit + 1));
        text.push_str(&format!(
            " ORDER BY {} DESC, {} DESC LIMIT ${}",
            self.order_at,
            self.order_id,
            values.len()
        ));
        (text, values)
    }
}

fn write_cursor(at: Instant, id: &[u8]) -> String {
    BASE64URL_NOPAD.encode(&[at.0.to_be_bytes().as_slice(), id].concat())
}

fn read_cursor(cursor: &str) -> Result<(Instant, Vec<u8>), AppError> {
    let wrong = || AppError::invalid("/cursor", "翻页标记无效，请从第一页重新打开列表");
    let bytes = BASE64URL_NOPAD
        .decode(cursor.as_bytes())
        .map_err(|_| wrong())?;
    let (at, id) = bytes.split_first_chunk::<8>().ok_or_else(wrong)?;
    Ok((Instant(i64::from_be_bytes(*at)), id.to_vec()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn conditions_are_numbered_and_values_stay_in_order() {
        let list = List::newest_first(
            "SELECT c.* FROM contact c",
            "c.happened_at",
            "c.id",
            CommunityId::INSTALLATION,
        )
        .filter(
            "c.kind = ? OR c.kind = ?",
            vec![Value::from("repair"), Value::from("help")],
        )
        .filter_opt("c.room = ?", None::<&str>)
        .page(Some(&write_cursor(Instant(7), &[1; 16])), Some(10))
        .expect("a cursor of this server");
        let (text, values) = list.build();
        assert_eq!(
            text,
            "SELECT c.* FROM contact c WHERE c.community_id = $1 AND (c.kind = $2 OR c.kind = $3) \
             AND (c.happened_at < $4 OR (c.happened_at = $5 AND c.id < $6)) \
             ORDER BY c.happened_at DESC, c.id DESC LIMIT $7"
        );
        assert_eq!(values.len(), 7);
        assert_eq!(values[6], Value::Int(Some(11)));
    }

    #[test]
    fn a_foreign_cursor_is_refused() {
        assert!(read_cursor("???").is_err());
        assert!(read_cursor("AA").is_err());
    }
}
