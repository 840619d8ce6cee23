//! The operations as the interface describes them, each with a body that its schema accepts, so
//! that a refusal is about permission and not about the body.

use axum::http::Method;
use serde_json::{Map, Value as Json, json};
use zhishou_base::CommunityId;

use super::nil;

/// One operation of the interface.
pub struct Operation {
    /// Its id.
    pub id: String,
    /// GET, POST, PUT or DELETE.
    pub method: Method,
    /// Its path with parameters in braces, and the query it needs.
    path: String,
    /// A body that its schema accepts.
    pub body: Json,
}

impl Operation {
    /// The path in a community; other things are looked for where nothing is.
    pub fn path_in(&self, community: CommunityId) -> String {
        let path = self.path.replace("{community}", &community.to_string());
        let path = path
            .replace("{preset}", "r01")
            .replace("{token}", "no-such-link")
            .replace("{seq}", "1");
        let nowhere = uuid::Uuid::nil().to_string();
        let mut filled = String::new();
        let mut rest = path.as_str();
        while let Some((before, after)) = rest.split_once('{') {
            let (_, behind) = after.split_once('}').expect("a closed brace");
            filled.push_str(before);
            filled.push_str(&nowhere);
            rest = behind;
        }
        filled.push_str(rest);
        filled
    }
}

/// All operations.
pub fn operations() -> Vec<Operation> {
    let api = serde_json::to_value(zhishou_server::web::openapi()).expect("a description");
    let mut found = Vec::new();
    for (path, methods) in api["paths"].as_object().expect("paths") {
        for (method, operation) in methods.as_object().expect("methods") {
            let schema = &operation["requestBody"]["content"]["application/json"]["schema"];
            found.push(Operation {
                id: operation["operationId"].as_str().expect("an id").to_owned(),
                method: method.to_uppercase().parse().expect("a method"),
                path: format!("{path}{}", query_of(operation)),
                body: if schema.is_null() {
                    json!({})
                } else {
                    sample(&api, schema)
                },
            });
        }
    }
    found
}

/// Required parameters of the query.
fn query_of(operation: &Json) -> String {
    let required = |parameter: &&Json| parameter["in"] == "query" && parameter["required"] == true;
    let pairs: Vec<String> = operation["parameters"]
        .as_array()
        .into_iter()
        .flatten()
        .filter(required)
        .map(|parameter| {
            let name = parameter["name"].as_str().expect("a name");
            let value = match name {
                "month" => "2026-12",
                "date" => "2026-11-24",
                _ if name.ends_with("_id") => "00000000-0000-0000-0000-000000000000",
                _ => "1",
            };
            format!("{name}={value}")
        })
        .collect();
    if pairs.is_empty() {
        String::new()
    } else {
        format!("?{}", pairs.join("&"))
    }
}

fn sample(api: &Json, schema: &Json) -> Json {
    if let Some(reference) = schema["$ref"].as_str() {
        return sample(
            api,
            api.pointer(reference.trim_start_matches('#'))
                .expect("a schema"),
        );
    }
    if let Some(parts) = schema["allOf"].as_array() {
        let mut whole = Map::new();
        for part in parts {
            whole.extend(sample(api, part).as_object().cloned().unwrap_or_default());
        }
        return Json::Object(whole);
    }
    if let Some(first) = schema["oneOf"]
        .as_array()
        .and_then(|choices| choices.iter().find(|choice| choice["type"] != "null"))
    {
        return sample(api, first);
    }
    if let Some(first) = schema["enum"].as_array().and_then(|values| values.first()) {
        return first.clone();
    }
    sample_of_type(api, schema)
}

fn sample_of_type(api: &Json, schema: &Json) -> Json {
    let kind = match &schema["type"] {
        Json::Array(kinds) => kinds[0].as_str(),
        kind => kind.as_str(),
    };
    match kind {
        Some("object") => {
            let required = schema["required"].as_array().cloned().unwrap_or_default();
            let fields = required.iter().filter_map(Json::as_str).map(|name| {
                let value = match name {
                    "month" => json!("2026-12"),
                    _ => sample(api, &schema["properties"][name]),
                };
                (name.to_owned(), value)
            });
            Json::Object(fields.collect())
        }
        Some("array") => json!([]),
        Some("integer" | "number") => json!(1),
        Some("boolean") => json!(true),
        Some("string") => match schema["format"].as_str() {
            Some("uuid") => nil(),
            Some("date") => json!("2026-12-01"),
            _ => schema.get("example").cloned().unwrap_or(json!("样例")),
        },
        _ => Json::Null,
    }
}
