//! Every type of the API has a name of its own. The description of the API keeps one type for each
//! name and says nothing when a second one takes its place: the client then has the wrong type.

use std::collections::BTreeMap;

use crate::finding::Finding;
use crate::source::Source;

/// Refuses a second type that goes by the name of another one in the description of the API.
pub fn are_unique(sources: &[Source]) -> Vec<Finding> {
    let mut first: BTreeMap<String, &str> = BTreeMap::new();
    let mut findings = Vec::new();
    let ours = |source: &&Source| source.is_rust() && source.path.starts_with("crates/");
    for source in sources
        .iter()
        .filter(ours)
        .filter(|source| !source.is_test())
    {
        // A macro that declares types gives them no name yet.
        let names = schema_names(&source.text).into_iter();
        for (line, name) in names.filter(|(_, name)| !name.is_empty()) {
            if let Some(other) = first.get(&name) {
                let message = format!(
                    "{name} is also the name of a type in {other}: rename one, or name it apart \
                     by #[schema(as = …)]"
                );
                findings.push(Finding::at(&source.path, line, message));
            } else {
                first.insert(name, &source.path);
            }
        }
    }
    findings
}

/// The names under which the types of a file stand in the description, with their lines.
fn schema_names(text: &str) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    let (mut derived, mut in_words, mut named) = (false, false, None);
    for (at, line) in text.lines().map(str::trim).enumerate() {
        if line.starts_with("words! {") {
            in_words = true;
        } else if line.contains("ToSchema") && !line.starts_with("use ") {
            derived = true;
        } else if let Some((_, name)) = line.split_once("schema(as = ") {
            named = Some(word(name));
        } else if let Some(name) = declared(line) {
            if derived {
                found.push((at + 1, named.take().unwrap_or_else(|| word(name))));
            }
            derived = false;
            named = None;
        } else if in_words && !line.starts_with("//") {
            // The first line that is no comment names the list of words.
            found.push((at + 1, word(line)));
            in_words = false;
        }
    }
    found
}

/// What follows the keyword in the line that declares a type.
fn declared(line: &str) -> Option<&str> {
    ["pub struct ", "pub enum ", "struct ", "enum "]
        .iter()
        .find_map(|keyword| line.strip_prefix(keyword))
}

fn word(text: &str) -> String {
    text.chars()
        .take_while(|c| c.is_alphanumeric() || *c == '_')
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const A: &str = "#[derive(Debug, ToSchema)]\n/// Where it stands.\npub enum State {\n}\n";

    fn check(other: &str) -> Vec<Finding> {
        are_unique(&[
            Source::new("crates/rules/src/a.rs", A),
            Source::new("crates/rules/src/b.rs", other),
        ])
    }

    #[test]
    fn two_types_of_one_name_are_refused() {
        let found = check("#[derive(ToSchema)]\n#[serde(tag = \"stage\")]\npub enum State {}\n");
        assert_eq!(
            (found[0].path.as_str(), found[0].line),
            ("crates/rules/src/b.rs", 3)
        );
        assert_eq!(
            check("words! {\n    /// Words.\n    State {\n    }\n}\n").len(),
            1
        );
    }

    #[test]
    fn one_of_them_named_apart_or_outside_the_api_is_none() {
        let apart = "#[derive(ToSchema)]\n#[schema(as = BState)]\npub enum State {}\n";
        assert_eq!(check(apart), []);
        assert_eq!(check("#[derive(Debug)]\npub enum State {}\n"), []);
    }
}
