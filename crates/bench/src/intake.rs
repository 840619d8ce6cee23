//! The act that is measured: a call comes in and is stored, with and without its order.

use zhishou_app::App;
use zhishou_app::access::{Membership, SignedIn};
use zhishou_app::desk::TakeContact;
use zhishou_app::people::Resident;
use zhishou_app::workorder::{RegisterWorkOrder, TakeContactWithOrder};
use zhishou_base::{AccountId, ClientId, CommunityId, DeviceId, PersonId, SessionId};
use zhishou_platform::{Entropy as _, SystemEntropy};
use zhishou_rules::access::Role;
use zhishou_rules::desk::{ContactChannel, ContactInput, ContactKind};
use zhishou_rules::regulation::{ServiceKind, ServiceUrgency};
use zhishou_rules::workorder::MatterInput;

use crate::Failure;

/// What is taken in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// An inquiry: the contact alone.
    Contact,
    /// A repair: the contact and its order in one act.
    ContactWithOrder,
}

impl Kind {
    /// Its name in the report.
    pub fn name(self) -> &'static str {
        match self {
            Self::Contact => "contact",
            Self::ContactWithOrder => "contact with order",
        }
    }
}

/// Who takes calls in, and who calls.
#[derive(Debug, Clone)]
pub struct Desk {
    /// The community.
    pub community: CommunityId,
    /// The clerk's session.
    pub clerk: SignedIn,
    /// Residents who call.
    pub callers: Vec<Resident>,
}

impl Desk {
    /// A desk whose clerk is signed in.
    pub fn new(community: CommunityId, person: PersonId, callers: Vec<Resident>) -> Self {
        let membership = Membership {
            community,
            community_name: "演示小区".to_owned(),
            utc_offset_minutes: 480,
            person,
            person_name: "何静".to_owned(),
            roles: vec![Role::ServiceSupervisor],
        };
        let clerk = SignedIn {
            session: SessionId(fresh()),
            account: AccountId(fresh()),
            device: DeviceId(fresh()),
            memberships: vec![membership],
        };
        Self {
            community,
            clerk,
            callers,
        }
    }

    /// Takes the `number`-th call in, as the page does: with the permission checked and
    /// the client's own id remembered.
    pub async fn take(&self, app: &App, kind: Kind, number: usize) -> Result<(), Failure> {
        let client = Some(ClientId(fresh()));
        let caller = self.callers.get(number % self.callers.len().max(1));
        let contact = self.contact(kind, caller, number);
        match kind {
            Kind::Contact => {
                app.perform(&self.clerk, self.community, client, &contact)
                    .await?;
            }
            Kind::ContactWithOrder => {
                let order = order(caller, &contact.input.content);
                let intake = TakeContactWithOrder { contact, order };
                app.perform(&self.clerk, self.community, client, &intake)
                    .await?;
            }
        }
        Ok(())
    }

    fn contact(&self, kind: Kind, caller: Option<&Resident>, number: usize) -> TakeContact {
        let (kind, said) = match kind {
            Kind::Contact => (ContactKind::Inquiry, "咨询物业费怎么交，能否开电子发票"),
            Kind::ContactWithOrder => (ContactKind::Repair, "厨房水龙头关不严，一直滴水"),
        };
        TakeContact {
            input: ContactInput {
                kind,
                channel: ContactChannel::Call,
                room: caller.map(|r| r.room_code.clone()).unwrap_or_default(),
                caller_name: caller.map(|r| r.name.clone()).unwrap_or_default(),
                caller_phone: caller.and_then(|r| r.phone.clone()).unwrap_or_default(),
                content: format!("{said}（第 {number} 次来电）"),
                handling: String::new(),
                told: String::new(),
                plate: String::new(),
                answered_after_seconds: Some(5),
                settled: false,
            },
            resident: caller.map(|resident| resident.id),
        }
    }
}

fn order(caller: Option<&Resident>, content: &str) -> RegisterWorkOrder {
    RegisterWorkOrder {
        matter: MatterInput {
            kind: ServiceKind::Repair,
            severity: None,
        },
        urgency: ServiceUrgency::Normal,
        contact_id: None,
        room_id: caller.map(|resident| resident.room),
        resident_id: caller.map(|resident| resident.id),
        caller_name: String::new(),
        caller_phone: String::new(),
        place: String::new(),
        content: content.to_owned(),
        department: String::new(),
        appointment_at: None,
        assignee_id: None,
    }
}

fn fresh() -> uuid::Uuid {
    SystemEntropy.uuid(zhishou_platform::Clock::now(&zhishou_platform::SystemClock))
}
