//! Correcting an entry of the contact log by a new one.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use zhishou_base::ResidentId;

use super::{ContactChannel, ContactInput, ContactKind};
use crate::people::{mask_name, mask_phone, room_key};

/// What was wrong with a contact. A field that is left out keeps what was written down; so does
/// a name or number that comes back masked, since a screen shows no more than that.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ContactCorrection {
    /// What it is about.
    #[serde(default)]
    pub kind: Option<ContactKind>,
    /// How it reached the desk.
    #[serde(default)]
    pub channel: Option<ContactChannel>,
    /// The home, however it is written.
    #[serde(default)]
    pub room: Option<String>,
    /// The resident who was it really.
    #[serde(default)]
    pub resident_id: Option<ResidentId>,
    /// Name as the caller gave it; empty for an unknown caller.
    #[serde(default)]
    pub caller_name: Option<String>,
    /// Phone number as shown or pasted.
    #[serde(default)]
    pub caller_phone: Option<String>,
    /// What was said.
    #[serde(default)]
    pub content: Option<String>,
    /// What was done at once.
    #[serde(default)]
    pub handling: Option<String>,
    /// Who was told.
    #[serde(default)]
    pub told: Option<String>,
    /// The plate of a car that is in the way.
    #[serde(default)]
    pub plate: Option<String>,
    /// Seconds the phone rang before it was answered.
    #[serde(default)]
    pub answered_after_seconds: Option<u32>,
    /// What was wrong.
    pub reason: String,
}

impl ContactCorrection {
    /// The contact as it should have been written, and the resident it was from.
    pub fn of(
        &self,
        old: ContactInput,
        resident: Option<ResidentId>,
    ) -> (ContactInput, Option<ResidentId>) {
        let somebody_else = self.resident_id.is_some() && self.resident_id != resident;
        // Name, number and home of the wrong resident must not stay with the right one.
        let known = if somebody_else {
            ContactInput {
                room: String::new(),
                caller_name: String::new(),
                caller_phone: String::new(),
                ..old
            }
        } else {
            old
        };
        let moved = self
            .room
            .as_deref()
            .is_some_and(|room| room_key(room) != room_key(&known.room));
        // The home was misheard, so the resident found by it was not the one.
        let resident = self.resident_id.or(resident.filter(|_| !moved));
        let or = |new: &Option<String>, old: String| new.clone().unwrap_or(old);
        let name_shown = mask_name(&known.caller_name);
        let phone_shown = mask_phone(&known.caller_phone);
        let input = ContactInput {
            kind: self.kind.unwrap_or(known.kind),
            channel: self.channel.unwrap_or(known.channel),
            room: or(&self.room, known.room),
            caller_name: unless_masked(&self.caller_name, &name_shown, known.caller_name),
            caller_phone: unless_masked(&self.caller_phone, &phone_shown, known.caller_phone),
            content: or(&self.content, known.content),
            handling: or(&self.handling, known.handling),
            told: or(&self.told, known.told),
            plate: or(&self.plate, known.plate),
            answered_after_seconds: self.answered_after_seconds.or(known.answered_after_seconds),
            settled: known.settled,
        };
        (input, resident)
    }
}

fn unless_masked(new: &Option<String>, shown: &str, old: String) -> String {
    match new {
        Some(new) if new.trim() != shown => new.clone(),
        _ => old,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn as_written() -> ContactInput {
        ContactInput {
            kind: ContactKind::Repair,
            channel: ContactChannel::Call,
            room: "3栋2单元1201".into(),
            caller_name: "仇英".into(),
            caller_phone: "13800001234".into(),
            content: "厨房漏水".into(),
            handling: "已关总阀".into(),
            told: "王强".into(),
            plate: String::new(),
            answered_after_seconds: Some(8),
            settled: false,
        }
    }

    const RESIDENT: ResidentId = ResidentId(uuid::Uuid::from_u128(7));

    #[test]
    fn what_is_left_out_stays() {
        let correction = ContactCorrection {
            content: Some("卫生间漏水".into()),
            ..ContactCorrection::default()
        };
        let (input, resident) = correction.of(as_written(), Some(RESIDENT));
        let expected = ContactInput {
            content: "卫生间漏水".into(),
            ..as_written()
        };
        assert_eq!((input, resident), (expected, Some(RESIDENT)));
    }

    #[test]
    fn a_masked_number_sent_back_is_not_a_new_one() {
        let correction = ContactCorrection {
            caller_name: Some("仇*".into()),
            caller_phone: Some("138****1234".into()),
            ..ContactCorrection::default()
        };
        assert_eq!(correction.of(as_written(), None).0, as_written());
        let emptied = ContactCorrection {
            caller_phone: Some(String::new()),
            ..ContactCorrection::default()
        };
        assert_eq!(emptied.of(as_written(), None).0.caller_phone, "");
    }

    #[test]
    fn another_home_is_another_resident_but_another_spelling_is_not() {
        let respelled = ContactCorrection {
            room: Some("3-2-1201".into()),
            ..ContactCorrection::default()
        };
        assert_eq!(respelled.of(as_written(), Some(RESIDENT)).1, Some(RESIDENT));
        let moved = ContactCorrection {
            room: Some("3-2-1202".into()),
            ..ContactCorrection::default()
        };
        assert_eq!(moved.of(as_written(), Some(RESIDENT)).1, None);
    }

    #[test]
    fn the_right_resident_does_not_take_over_the_wrong_ones_number() {
        let other = ResidentId(uuid::Uuid::from_u128(8));
        let correction = ContactCorrection {
            resident_id: Some(other),
            ..ContactCorrection::default()
        };
        let (input, resident) = correction.of(as_written(), Some(RESIDENT));
        assert_eq!(resident, Some(other));
        assert_eq!(
            (input.room, input.caller_name, input.caller_phone),
            (String::new(), String::new(), String::new())
        );
    }
}
