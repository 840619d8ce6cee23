//! Sentences for a situation 话术, with what only the community knows filled in.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::Text;

/// A sentence or card for a situation 话术.
///
/// `{community}` stands for the name of the community, `{wait}` for the minutes that a caller who
/// is put through or on hold is told to expect (R12.10).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Script {
    /// Key, unique in the list. `greeting`, `transfer` and `hold` are what the desk says on every call.
    pub key: String,
    /// When it is shown.
    pub moment: Text,
    /// What to say or do.
    pub text: Text,
    /// The clause that asks for it, such as `R12.10`, where the text names one.
    #[serde(default)]
    pub clause: Option<String>,
}

const COMMUNITY: &str = "{community}";
const WAIT: &str = "{wait}";

impl Script {
    /// Whether it tells a wait, which the regulation then has to promise.
    pub fn tells_wait(&self) -> bool {
        self.text.zh.contains(WAIT) || self.text.en.contains(WAIT)
    }

    /// The sentence as it is said in a community. Without a promised wait the caller hears of a
    /// few minutes, which is true and binds nobody.
    pub fn said_in(&self, community: &str, wait_minutes: Option<u32>) -> Text {
        let fill = |text: &str, few: &str| {
            let wait = wait_minutes.map_or_else(|| few.to_owned(), |minutes| minutes.to_string());
            text.replace(COMMUNITY, community).replace(WAIT, &wait)
        };
        Text {
            zh: fill(&self.text.zh, "几"),
            en: fill(&self.text.en, "a few"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn transfer() -> Script {
        Script {
            key: "transfer".into(),
            moment: Text {
                zh: "转接来电".into(),
                en: "Putting a call through".into(),
            },
            text: Text {
                zh: "这里是{community}，约需等候 {wait} 分钟。".into(),
                en: "This is {community}; it takes about {wait} minutes.".into(),
            },
            clause: Some("R12.10".into()),
        }
    }

    #[test]
    fn r12_10_the_expected_wait_is_told() {
        assert!(transfer().tells_wait());
        let said = transfer().said_in("演示小区", Some(2));
        assert_eq!(said.zh, "这里是演示小区，约需等候 2 分钟。");
        assert_eq!(said.en, "This is 演示小区; it takes about 2 minutes.");
    }

    #[test]
    fn without_a_promise_the_wait_is_a_few_minutes() {
        let said = transfer().said_in("演示小区", None);
        assert_eq!(said.zh, "这里是演示小区，约需等候 几 分钟。");
    }
}
