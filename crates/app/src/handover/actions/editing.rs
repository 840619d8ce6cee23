//! Filling the lines of a handover, on one device or two.

use serde::Serialize;
use serde_json::{Value as Json, json};
use zhishou_base::{HandoverId, PersonId, SubjectId};
use zhishou_platform::{Act, AppError};
use zhishou_rules::access::Verb;
use zhishou_rules::handover::{
    Checked, Count, Disposition, Fitness, Handover, add_matter, check_line, count_items,
    declare_fitness, dispose_items, note_anomaly, refresh,
};

use super::super::open_matters::check_decision;
use super::super::snapshot::refreshed_lines;
use super::super::store;
use super::super::views::HandoverView;
use super::{entry, ring_leader};
use crate::action::Action;

/// One change of the lines.
#[derive(Debug, Clone, Serialize)]
#[serde(tag = "edit", rename_all = "snake_case")]
pub enum Edit {
    /// Items were counted.
    Count {
        /// The counts.
        counts: Vec<Count>,
    },
    /// A line of the checklist was checked.
    Check {
        /// The line.
        key: String,
        /// In order, or not.
        in_order: bool,
        /// What is not in order.
        note: String,
    },
    /// Open lines were decided.
    Dispose {
        /// Which.
        subjects: Vec<SubjectId>,
        /// What happens to them.
        disposition: Disposition,
    },
    /// An open matter without an order was noted.
    AddMatter {
        /// What.
        text: String,
        /// Put off by the night to the next day.
        deferred: bool,
    },
    /// Something is out of order.
    Anomaly {
        /// What.
        text: String,
    },
    /// Whether the incoming person is fit.
    Fitness {
        /// Fit.
        fit: bool,
        /// What is the matter, when not.
        note: String,
    },
    /// A new snapshot is taken.
    Refresh,
}

/// Changes the lines of a handover.
#[derive(Debug, Serialize)]
pub struct EditHandover {
    /// Which handover.
    pub handover: HandoverId,
    /// Who acts.
    pub by: PersonId,
    /// What is changed.
    pub edit: Edit,
}

impl Action for EditHandover {
    type Outcome = HandoverView;
    const NAME: &'static str = "handover.edit";
    const VERB: Verb = Verb::SignHandover;

    async fn perform(&self, act: &mut Act) -> Result<HandoverView, AppError> {
        let community = act.community();
        let stored = store::by_id(act, community, self.handover).await?;
        let next = self.decide(act, &stored.handover).await?;
        let (verb, body, said) = self.said(&next);
        let mut entry = entry(verb, &next, &body);
        if let Some(said) = said.map(str::trim).filter(|said| !said.is_empty()) {
            // Words that people wrote stay erasable.
            let secret = act.keep_secret(said).await?;
            entry = entry.secret("content", &secret);
        }
        act.record(entry).await?;
        if matches!(self.edit, Edit::Fitness { fit: false, .. }) {
            ring_leader(act, &next, "unfit").await?;
        }
        Ok(HandoverView::of(&store::save(act, &stored, next).await?))
    }
}

impl EditHandover {
    async fn decide(&self, act: &mut Act, handover: &Handover) -> Result<Handover, AppError> {
        let (by, now) = (self.by, act.now());
        Ok(match &self.edit {
            Edit::Count { counts } => count_items(handover, counts, by)?,
            Edit::Check {
                key,
                in_order,
                note,
            } => {
                let (in_order, note) = (*in_order, note.trim().to_owned());
                check_line(handover, key, Checked { in_order, note, by })?
            }
            Edit::Dispose {
                subjects,
                disposition,
            } => {
                let next = dispose_items(handover, subjects, disposition, by)?;
                check_decision(act, handover, subjects, disposition).await?;
                next
            }
            Edit::AddMatter { text, deferred } => {
                let id: SubjectId = act.new_id::<HandoverId>().subject();
                add_matter(handover, id, text, *deferred, by)?
            }
            Edit::Anomaly { text } => note_anomaly(handover, text, by, now)?,
            Edit::Fitness { fit, note } => {
                let (fit, note) = (*fit, note.trim().to_owned());
                let at = now;
                declare_fitness(handover, Fitness { fit, note, by, at })?
            }
            Edit::Refresh => {
                let community = act.community();
                let (open, standing) = refreshed_lines(act, handover, community, now).await?;
                refresh(handover, open, standing, by, now)?
            }
        })
    }

    /// What the ledger says was changed: verb, facts, and the words people wrote.
    fn said(&self, next: &Handover) -> (&'static str, Json, Option<&str>) {
        let by = self.by;
        match &self.edit {
            Edit::Count { counts } => {
                let differing = next.items.iter().filter(|line| line.differs());
                let differing: Vec<Json> = differing
                    .map(|line| {
                        json!({ "item_id": line.item, "name": line.name,
                            "expected": line.expected, "counted": line.counted })
                    })
                    .collect();
                let body = json!({ "by_id": by, "lines": counts.len(), "differing": differing });
                ("handover.items_counted", body, None)
            }
            Edit::Check {
                key,
                in_order,
                note,
            } => {
                let line = next.checks.iter().find(|line| line.key == *key);
                let (text, text_en) = line.map_or(("", ""), |line| (&*line.text, &*line.text_en));
                let body = json!({ "by_id": by, "key": key, "text": text, "text_en": text_en,
                    "in_order": in_order });
                ("handover.line_checked", body, Some(note))
            }
            Edit::Dispose {
                subjects,
                disposition,
            } => {
                let (kind, text) = match disposition {
                    Disposition::ConfirmedAsSlip { slip } => ("confirmed_as_slip", slip),
                    Disposition::Closed { note } => ("closed", note),
                    Disposition::Carried { reason } => ("carried", reason),
                };
                let body = json!({ "by_id": by, "subjects": subjects, "disposition": kind });
                ("handover.matters_decided", body, Some(text))
            }
            Edit::AddMatter { text, deferred } => {
                let body = json!({ "by_id": by, "deferred": deferred });
                ("handover.matter_noted", body, Some(text))
            }
            Edit::Anomaly { text } => {
                let body = json!({ "by_id": by });
                ("handover.anomaly_noted", body, Some(text))
            }
            Edit::Fitness { fit, note } => {
                let body = json!({ "by_id": by, "person_id": next.incoming, "fit": fit });
                ("handover.fitness_declared", body, Some(note))
            }
            Edit::Refresh => {
                let body = json!({ "by_id": by, "open": next.open.len() });
                ("handover.refreshed", body, None)
            }
        }
    }
}
