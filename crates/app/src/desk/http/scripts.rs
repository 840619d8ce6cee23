//! What the desk says on the telephone, by the regulation it lives by.

use axum::Json;
use axum::extract::State;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use zhishou_rules::access::Verb;
use zhishou_rules::regulation::Text;

use crate::access::SignedIn;
use crate::app::App;
use crate::http::{Failure, InCommunity, Problem};
use crate::people;
use crate::regulation::regulation_in_force;

/// A sentence for a situation 话术, as it is said in this community.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct ScriptView {
    /// `greeting`, `transfer`, `hold` and others that the regulation names.
    pub key: String,
    /// When it is said.
    pub moment: Text,
    /// The sentence, community and promised wait filled in.
    pub text: Text,
    /// The clause that asks for it, such as `R12.10`.
    pub clause: Option<String>,
}

/// The sentences of the regulation that the desk lives by; none before it adopted one.
#[utoipa::path(get, path = "/api/c/{community}/desk/scripts", operation_id = "list_scripts",
    tag = "desk", params(("community" = String, Path)),
    responses((status = 200, body = Vec<ScriptView>), (status = 403, body = Problem)))]
pub async fn list_scripts(
    State(app): State<App>,
    signed_in: SignedIn,
    InCommunity(community): InCommunity,
) -> Result<Json<Vec<ScriptView>>, Failure> {
    signed_in.require(community, Verb::ReadDesk)?;
    let now = app.platform().now();
    let mut reader = app.platform().read().await?;
    let Some(desk) = people::desk(&mut reader, community).await? else {
        return Ok(Json(Vec::new()));
    };
    let name = people::community(&mut reader, community).await?.name;
    let in_force = regulation_in_force(&mut reader, community, &desk.key, now).await?;
    let Some(in_force) = in_force else {
        return Ok(Json(Vec::new()));
    };
    let rules = &in_force.regulation.desk;
    let views = rules.scripts.iter().map(|script| ScriptView {
        key: script.key.clone(),
        moment: script.moment.clone(),
        text: script.said_in(&name, rules.promised_wait_minutes),
        clause: script.clause.clone(),
    });
    Ok(Json(views.collect()))
}
