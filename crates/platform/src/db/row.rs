//! Reading rows of either engine.

use std::str::FromStr;

use serde::de::DeserializeOwned;
use sqlx::postgres::PgRow;
use sqlx::sqlite::SqliteRow;
use sqlx::{Row as _, TypeInfo as _, ValueRef as _};
use uuid::Uuid;
use zhishou_base::{self as base, Date, Instant, LocalTime, Span};

use super::DbError;

/// A row of either engine.
pub enum Row {
    /// From SQLite.
    Sqlite(SqliteRow),
    /// From PostgreSQL.
    Postgres(PgRow),
}

/// Something that is read from one row.
pub trait Record: Sized {
    /// Reads the columns by name.
    ///
    /// # Errors
    /// A column that is missing or holds something else.
    fn from_row(row: &Row) -> Result<Self, DbError>;
}

/// Something that is read from one column.
pub trait Column: Sized {
    /// Reads the named column; `None` for NULL.
    ///
    /// # Errors
    /// The column is missing or of another type.
    fn read(row: &Row, column: &str) -> Result<Option<Self>, DbError>;
}

impl Row {
    /// The named column; a NULL is an error unless `C` is an `Option`.
    pub fn get<C: FromColumn>(&self, column: &str) -> Result<C, DbError> {
        C::from_column(self, column)
    }

    /// The named TEXT column, parsed.
    pub fn parse<T: FromStr>(&self, column: &str) -> Result<T, DbError>
    where
        T::Err: std::fmt::Display,
    {
        let text: String = self.get(column)?;
        text.parse().map_err(|error: T::Err| wrong(column, error))
    }

    /// The named TEXT column, parsed, or `None` for NULL.
    pub fn parse_opt<T: FromStr>(&self, column: &str) -> Result<Option<T>, DbError>
    where
        T::Err: std::fmt::Display,
    {
        let text: Option<String> = self.get(column)?;
        text.map(|text| text.parse().map_err(|error: T::Err| wrong(column, error)))
            .transpose()
    }

    /// The named TEXT column, read as JSON.
    pub fn json<T: DeserializeOwned>(&self, column: &str) -> Result<T, DbError> {
        let text: String = self.get(column)?;
        serde_json::from_str(&text).map_err(|error| wrong(column, error))
    }

    fn int(&self, column: &str) -> Result<Option<i64>, DbError> {
        match self {
            Self::Sqlite(row) => Ok(row.try_get(column)?),
            // Literals and counts of small tables come as INT4 on PostgreSQL.
            Self::Postgres(row) if is_int4(row, column)? => {
                Ok(row.try_get::<Option<i32>, _>(column)?.map(i64::from))
            }
            Self::Postgres(row) => Ok(row.try_get(column)?),
        }
    }

    fn text(&self, column: &str) -> Result<Option<String>, DbError> {
        match self {
            Self::Sqlite(row) => Ok(row.try_get(column)?),
            Self::Postgres(row) => Ok(row.try_get(column)?),
        }
    }

    fn bytes(&self, column: &str) -> Result<Option<Vec<u8>>, DbError> {
        match self {
            Self::Sqlite(row) => Ok(row.try_get(column)?),
            Self::Postgres(row) => Ok(row.try_get(column)?),
        }
    }
}

fn is_int4(row: &PgRow, column: &str) -> Result<bool, DbError> {
    Ok(row.try_get_raw(column)?.type_info().name() == "INT4")
}

fn wrong(column: &str, problem: impl std::fmt::Display) -> DbError {
    DbError::Column {
        column: column.to_owned(),
        problem: problem.to_string(),
    }
}

/// Either a column that must be there, or an `Option` of one.
pub trait FromColumn: Sized {
    /// Reads the column.
    ///
    /// # Errors
    /// The column is missing, NULL where it must not be, or of another type.
    fn from_column(row: &Row, column: &str) -> Result<Self, DbError>;
}

impl<C: Column> FromColumn for Option<C> {
    fn from_column(row: &Row, column: &str) -> Result<Self, DbError> {
        C::read(row, column)
    }
}

macro_rules! columns {
    ($($type:ty: $reader:ident => |$value:ident| $convert:expr),* $(,)?) => {$(
        impl Column for $type {
            fn read(row: &Row, column: &str) -> Result<Option<Self>, DbError> {
                row.$reader(column)?
                    .map(|$value| $convert.map_err(|problem: String| wrong(column, problem)))
                    .transpose()
            }
        }
        impl FromColumn for $type {
            fn from_column(row: &Row, column: &str) -> Result<Self, DbError> {
                <$type as Column>::read(row, column)?.ok_or_else(|| wrong(column, "is NULL"))
            }
        }
    )*};
}

columns!(
    i64: int => |n| Ok(n),
    i32: int => |n| i32::try_from(n).map_err(|error| error.to_string()),
    u32: int => |n| u32::try_from(n).map_err(|error| error.to_string()),
    u16: int => |n| u16::try_from(n).map_err(|error| error.to_string()),
    u8: int => |n| u8::try_from(n).map_err(|error| error.to_string()),
    bool: int => |n| Ok(n != 0),
    Instant: int => |n| Ok(Instant(n)),
    Span: int => |n| Ok(Span(n)),
    String: text => |text| Ok(text),
    Date: text => |text| text.parse::<Date>().map_err(|error| error.to_string()),
    LocalTime: text => |text| text.parse::<LocalTime>().map_err(|error| error.to_string()),
    Vec<u8>: bytes => |bytes| Ok(bytes),
    [u8; 32]: bytes => |bytes| <[u8; 32]>::try_from(bytes).map_err(|_| "is not 32 bytes".to_owned()),
    Uuid: bytes => |bytes| uuid_from(&bytes),
);

fn uuid_from(bytes: &[u8]) -> Result<Uuid, String> {
    Uuid::from_slice(bytes).map_err(|error| error.to_string())
}

macro_rules! id_columns {
    ($($id:ident),* $(,)?) => {
        columns!($(base::$id: bytes => |bytes| uuid_from(&bytes).map(base::$id::from)),*);
    };
}

id_columns!(
    AccountId,
    ActId,
    AlertId,
    AssignmentId,
    BuildingId,
    ClientId,
    CommunityId,
    ContactId,
    DeviceId,
    DutyId,
    ExternalCaseId,
    FindingId,
    HandoverId,
    HelpCallId,
    HoldId,
    ItemId,
    NoticeId,
    ObligationId,
    PersonId,
    PhotoId,
    PostId,
    PublicMatterId,
    RegulationId,
    ReliefId,
    ResidentId,
    RoomId,
    VehicleId,
    StaffComplaintId,
    RosterId,
    SecretId,
    SessionId,
    SubjectId,
    VersionId,
    WorkOrderId,
);

/// A single column named `value`, for statements that give just one.
impl<C: FromColumn> Record for (C,) {
    fn from_row(row: &Row) -> Result<Self, DbError> {
        Ok((row.get("value")?,))
    }
}
