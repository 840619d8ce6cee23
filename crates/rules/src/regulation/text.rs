//! Words that people read, in Chinese and in English.

use std::fmt;

use serde::de::{self, MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize};
use utoipa::ToSchema;

/// A name or sentence in Chinese and English.
///
/// A document may write a plain string when only Chinese is given, or
/// `{ zh = "白班", en = "Day shift" }`; without English the Chinese stands for both.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct Text {
    /// Chinese, always present.
    pub zh: String,
    /// English; the Chinese again when the document gives none.
    pub en: String,
}

impl<'de> Deserialize<'de> for Text {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(TextVisitor)
    }
}

struct TextVisitor;

impl<'de> Visitor<'de> for TextVisitor {
    type Value = Text;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a string, or { zh = \"…\", en = \"…\" }")
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Text, E> {
        Ok(Text {
            zh: text.to_owned(),
            en: text.to_owned(),
        })
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Text, A::Error> {
        let (mut zh, mut en) = (None, None);
        while let Some(key) = map.next_key::<String>()? {
            match key.as_str() {
                "zh" => zh = Some(map.next_value::<String>()?),
                "en" => en = Some(map.next_value::<String>()?),
                other => return Err(de::Error::unknown_field(other, &["zh", "en"])),
            }
        }
        let zh: String = zh.ok_or_else(|| de::Error::missing_field("zh"))?;
        let en = en.unwrap_or_else(|| zh.clone());
        Ok(Text { zh, en })
    }
}
