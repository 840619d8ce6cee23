//! Reports over HTTP.

use axum::Json;
use axum::extract::{Query, State};
use serde::Deserialize;
use utoipa::IntoParams;
use zhishou_base::Date;
use zhishou_rules::access::Verb;

use super::day::day_report;
use super::views::DayReport;
use crate::access::SignedIn;
use crate::app::App;
use crate::http::{Failure, InCommunity, Problem};

/// Which day.
#[derive(Debug, Deserialize, IntoParams)]
pub struct DayQuery {
    /// The date on which the duty day begins; absent: the one that runs now.
    pub date: Option<Date>,
}

/// The report of a duty day 值班日报, from the record as it is now.
#[utoipa::path(get, path = "/api/c/{community}/reports/day", operation_id = "show_day_report",
    tag = "report", params(("community" = String, Path), DayQuery),
    responses((status = 200, body = DayReport), (status = 403, body = Problem)))]
pub async fn show_day_report(
    State(app): State<App>,
    signed_in: SignedIn,
    InCommunity(community): InCommunity,
    Query(query): Query<DayQuery>,
) -> Result<Json<DayReport>, Failure> {
    signed_in.require(community, Verb::ReadReports)?;
    let now = app.platform().now();
    let mut reader = app.platform().read().await?;
    Ok(Json(
        day_report(&mut reader, community, query.date, now).await?,
    ))
}
