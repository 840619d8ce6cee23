//! A JSON body whose mistakes are explained field by field.

use axum::extract::{FromRequest, Request};
use serde::de::DeserializeOwned;
use zhishou_platform::AppError;

use super::problem::Failure;
use crate::app::App;

/// The JSON body of a request.
pub struct Body<T>(pub T);

impl<T: DeserializeOwned> FromRequest<App> for Body<T> {
    type Rejection = Failure;

    async fn from_request(request: Request, app: &App) -> Result<Self, Failure> {
        let limit_bytes = app.config().upload_limit_bytes;
        let bytes = axum::body::to_bytes(request.into_body(), limit_bytes)
            .await
            .map_err(|_| Failure::TooLarge { limit_bytes })?;
        read_json(&bytes).map(Self).map_err(Failure::App)
    }
}

fn read_json<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, AppError> {
    let mut deserializer = serde_json::Deserializer::from_slice(bytes);
    let value = serde_path_to_error::deserialize(&mut deserializer).map_err(|error| {
        let pointer = pointer_of(error.path());
        AppError::invalid(pointer, format!("无法读取：{}", error.inner()))
    })?;
    deserializer
        .end()
        .map_err(|error| AppError::invalid("", format!("JSON 之后还有多余内容：{error}")))?;
    Ok(value)
}

fn pointer_of(path: &serde_path_to_error::Path) -> String {
    let mut pointer = String::new();
    for segment in path.iter() {
        use serde_path_to_error::Segment;
        match segment {
            Segment::Seq { index } => pointer.push_str(&format!("/{index}")),
            Segment::Map { key } | Segment::Enum { variant: key } => {
                pointer.push('/');
                pointer.push_str(&key.replace('~', "~0").replace('/', "~1"));
            }
            Segment::Unknown => pointer.push_str("/?"),
        }
    }
    pointer
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug, serde::Deserialize)]
    struct Item {
        #[expect(dead_code, reason = "only read by serde")]
        count: u32,
    }

    #[test]
    fn a_wrong_type_is_named_by_its_place() {
        let error = read_json::<Vec<Item>>(br#"[{"count": 1}, {"count": "two"}]"#)
            .expect_err("a word is not a count");
        let AppError::Invalid(fields) = error else {
            panic!("wrong error")
        };
        assert_eq!(fields[0].pointer, "/1/count");
        assert!(fields[0].detail.contains("two"));
    }

    #[test]
    fn a_second_value_is_refused() {
        assert!(read_json::<u32>(b"1 2").is_err());
    }
}
