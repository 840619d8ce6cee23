//! Taking, answering and ending complaints about staff.

use serde::{Deserialize, Serialize};
use serde_json::json;
use utoipa::ToSchema;
use zhishou_base::{Instant, PersonId, Span, StaffComplaintId};
use zhishou_platform::{Act, AppError, Entry, Owed, Ring, StepDue, Target, Urgency};
use zhishou_rules::access::{Role, Verb};
use zhishou_rules::people::{AskedReveal, RevealContext, may_reveal, phone_digits};
use zhishou_rules::staffcomplaint::{
    Finding, StaffComplaintInput, State, check_staff_complaint, close, handled_by, may_handle,
    reply,
};

use super::store::{self, StaffComplaint};
use crate::action::Action;
use crate::people::{self, PersonalData};

/// The first answer to whoever complains is owed within a day, as for every complaint where no
/// regulation says otherwise.
pub const REPLY_WITHIN: Span = Span::hours(24);
const REPLY: &str = "staffcomplaint.reply";

/// A complaint that was taken.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct StaffComplaintTaken {
    /// Which one.
    pub id: StaffComplaintId,
    /// Its human number.
    pub number: String,
}

/// Writes a complaint about staff down; from then on only who handles it sees it.
#[derive(Debug, Serialize)]
pub struct TakeStaffComplaint(pub StaffComplaintInput);

impl Action for TakeStaffComplaint {
    type Outcome = StaffComplaintTaken;
    const NAME: &'static str = "staffcomplaint.take";
    const VERB: Verb = Verb::TakeContact;

    async fn perform(&self, act: &mut Act) -> Result<StaffComplaintTaken, AppError> {
        let input = &self.0;
        people::refuse(check_staff_complaint(input))?;
        let community = act.community();
        let about_roles = match input.about_id {
            Some(person) => people::person(act, community, person).await?.roles,
            None => Vec::new(),
        };
        let mut complaint = StaffComplaint {
            id: act.new_id(),
            number: next_number(act).await?,
            about: input.about_id,
            handlers: handled_by(&about_roles),
            channel: input.channel,
            happened_at: act.happened_at(),
            recorded_at: act.now(),
            taken_by: act.actor().person,
            resident: input.resident_id,
            room_text: input.room.trim().to_owned(),
            caller_name: input.caller_name.trim().to_owned(),
            caller_phone: phone_digits(&input.caller_phone),
            content: input.content.trim().to_owned(),
            state: State::Open,
            reply: String::new(),
            outcome: String::new(),
        };
        if let Some(resident) = input.resident_id {
            let card = people::resident(act, community, resident).await?;
            fill_from_card(&mut complaint, card);
        }
        store::add(act, community, &complaint).await?;
        record_taken(act, &complaint).await?;
        call_handlers(act, &complaint).await?;
        Ok(StaffComplaintTaken {
            id: complaint.id,
            number: complaint.number,
        })
    }
}

/// What the caller did not say is taken from the card that was chosen.
fn fill_from_card(complaint: &mut StaffComplaint, card: people::Resident) {
    if complaint.room_text.is_empty() {
        complaint.room_text = card.room_code;
    }
    if complaint.caller_name.is_empty() {
        complaint.caller_name = card.name;
    }
    if complaint.caller_phone.is_empty() {
        complaint.caller_phone = card.phone.unwrap_or_default();
    }
}

async fn next_number(act: &mut Act) -> Result<String, AppError> {
    let community = act.community();
    let offset = people::community(act, community).await?.offset;
    let day = offset
        .date_of(act.happened_at())
        .to_string()
        .replace('-', "");
    let count = act.next_number(&format!("staff_complaint.{day}")).await?;
    Ok(format!("TY{day}-{count:03}"))
}

/// The duty log says that there was one, and not what: its texts have names that no log shows.
async fn record_taken(act: &mut Act, complaint: &StaffComplaint) -> Result<(), AppError> {
    let mut entry = Entry::new("staffcomplaint.taken")
        .subject("staff_complaint", complaint.id.subject())
        .body(&json!({ "number": complaint.number, "channel": complaint.channel }));
    let about = complaint.about.map(|about| about.to_string());
    let spoken = [
        ("complaint", complaint.content.as_str()),
        ("about", about.as_deref().unwrap_or_default()),
        ("room", &complaint.room_text),
        ("caller_name", &complaint.caller_name),
        ("caller_phone", &complaint.caller_phone),
    ];
    for (name, text) in spoken.into_iter().filter(|(_, text)| !text.is_empty()) {
        let secret = act.keep_secret(text).await?;
        entry = entry.secret(name, &secret);
    }
    act.record(entry).await?;
    Ok(())
}

/// Rings the nearest who handles it and owes the answer, which climbs when nobody gives it.
async fn call_handlers(act: &mut Act, complaint: &StaffComplaint) -> Result<(), AppError> {
    let role = |role: &Role| Target::Role(role.as_str().to_owned());
    let nearest = complaint.handlers.first().copied().unwrap_or(Role::Manager);
    let steps = complaint
        .handlers
        .iter()
        .zip(0_i64..)
        .map(|(handler, at)| StepDue {
            after: Span::hours(at),
            target: role(handler),
            urgency: Urgency::Ordinary,
        });
    let owed = Owed {
        rule_key: REPLY,
        subject_kind: "staff_complaint",
        subject: complaint.id.subject(),
        number: Some(complaint.number.clone()),
        occurrence: "0".to_owned(),
        owner: role(&nearest),
        post: None,
        due_at: reply_due_at(complaint),
        steps: steps.collect(),
    };
    act.owe(owed).await?;
    act.ring(Ring {
        target: role(&nearest),
        urgency: Urgency::Ordinary,
        kind: "staff_complaint_taken",
        subject_kind: "staff_complaint",
        subject: complaint.id.subject(),
        post: None,
        body: json!({ "number": complaint.number }),
    })
    .await?;
    Ok(())
}

/// Until when the caller is to have an answer.
pub fn reply_due_at(complaint: &StaffComplaint) -> Instant {
    complaint.happened_at + REPLY_WITHIN
}

/// Tells whoever complained what is done about it.
#[derive(Debug, Serialize)]
pub struct ReplyToStaffComplaint {
    /// Which one.
    pub complaint: StaffComplaintId,
    /// What they were told.
    pub text: String,
}

impl Action for ReplyToStaffComplaint {
    type Outcome = ();
    const NAME: &'static str = "staffcomplaint.reply";
    const VERB: Verb = Verb::HandleStaffComplaints;

    async fn perform(&self, act: &mut Act) -> Result<(), AppError> {
        let (mut complaint, by) = handled(act, self.complaint).await?;
        complaint.state = reply(complaint.state, &self.text, by, act.now())?;
        complaint.reply = self.text.trim().to_owned();
        let community = act.community();
        store::save(act, community, &complaint).await?;
        act.discharge(REPLY, complaint.id.subject(), "0").await?;
        let words = act.keep_secret(&complaint.reply).await?;
        let entry = Entry::new("staffcomplaint.replied")
            .subject("staff_complaint", complaint.id.subject())
            .body(&json!({ "number": complaint.number }))
            .secret("answer", &words);
        act.record(entry).await?;
        Ok(())
    }
}

/// Ends a complaint with what was found.
#[derive(Debug, Serialize)]
pub struct CloseStaffComplaint {
    /// Which one.
    pub complaint: StaffComplaintId,
    /// What was found.
    pub finding: Finding,
    /// What was done about it.
    pub text: String,
}

impl Action for CloseStaffComplaint {
    type Outcome = ();
    const NAME: &'static str = "staffcomplaint.close";
    const VERB: Verb = Verb::HandleStaffComplaints;

    async fn perform(&self, act: &mut Act) -> Result<(), AppError> {
        let (mut complaint, by) = handled(act, self.complaint).await?;
        complaint.state = close(complaint.state, self.finding, &self.text, by, act.now())?;
        complaint.outcome = self.text.trim().to_owned();
        let community = act.community();
        store::save(act, community, &complaint).await?;
        let (subject, withdrawn) = (complaint.id.subject(), "投诉人撤回");
        if !act.withdraw(REPLY, subject, "0", withdrawn).await? {
            act.discharge(REPLY, subject, "0").await?;
        }
        let words = act.keep_secret(&complaint.outcome).await?;
        let entry = Entry::new("staffcomplaint.closed")
            .subject("staff_complaint", complaint.id.subject())
            .body(&json!({ "number": complaint.number }))
            .secret("finding", &words);
        act.record(entry).await?;
        Ok(())
    }
}

/// Shows the number of whoever complained to who handles it: free, since calling is the job.
#[derive(Debug, Serialize)]
pub struct RevealComplainant(pub StaffComplaintId);

impl Action for RevealComplainant {
    type Outcome = PersonalData;
    const NAME: &'static str = "staffcomplaint.reveal_complainant";
    const VERB: Verb = Verb::HandleStaffComplaints;

    async fn perform(&self, act: &mut Act) -> Result<PersonalData, AppError> {
        let (complaint, _) = handled(act, self.0).await?;
        may_reveal(AskedReveal {
            context: RevealContext::OwnJob,
            occasion: Some(complaint.id.subject()),
            reason: "",
        })?;
        let entry = Entry::new("people.personal_data_revealed")
            .subject("staff_complaint", complaint.id.subject())
            .body(&json!({ "context": RevealContext::OwnJob }));
        act.record(entry).await?;
        Ok(PersonalData {
            name: complaint.caller_name,
            phone: Some(complaint.caller_phone).filter(|phone| !phone.is_empty()),
        })
    }
}

/// The complaint, when whoever acts may handle it. To others it is not there: they shall not
/// learn of it by trying.
async fn handled(
    act: &mut Act,
    id: StaffComplaintId,
) -> Result<(StaffComplaint, PersonId), AppError> {
    let community = act.community();
    let complaint = store::complaint(act, community, id).await?;
    let unknown = || AppError::NotFound { what: "该投诉" };
    let person = act.actor().person.ok_or_else(unknown)?;
    let roles = people::person(act, community, person).await?.roles;
    may_handle(complaint.about, &complaint.handlers, person, &roles).map_err(|_| unknown())?;
    Ok((complaint, person))
}
