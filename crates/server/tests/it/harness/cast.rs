//! The people of the test community.

use std::sync::OnceLock;

use serde::Serialize;
use tokio::sync::OnceCell;
use zhishou_app::access::{NewAccount, open_account};
use zhishou_app::people::add_person;
use zhishou_app::{Action, App};
use zhishou_base::{Actor, CommunityId, PersonId};
use zhishou_platform::{Act, AppError};
use zhishou_rules::access::{Role, Verb};
use zhishou_rules::people::StaffInput;

use super::{PASSWORD, PIN};

/// Login, name, role.
pub const CAST: &[(&str, &str, Role)] = &[
    ("clerk_zhang", "张丽", Role::ServiceClerk),
    ("clerk_li", "李敏", Role::ServiceClerk),
    ("front_desk_wu", "吴倩", Role::FrontDesk),
    ("repairer_wang", "王强", Role::Repairer),
    ("repairer_zhao", "赵刚", Role::Repairer),
    ("guard_chen", "陈勇", Role::Guard),
    ("guard_sun", "孙伟", Role::Guard),
    ("supervisor_he", "何静", Role::ServiceSupervisor),
    ("leader_liu", "刘涛", Role::ShiftLeader),
    ("foreman_ma", "马兰", Role::CleaningForeman),
    ("director_tang", "唐明", Role::Director),
    ("admin_xu", "徐工", Role::Administrator),
];

#[derive(Serialize)]
struct Hire<'a> {
    login: &'a str,
    name: &'a str,
    role: Role,
    #[serde(skip)]
    account: NewAccount,
}

impl Action for Hire<'_> {
    type Outcome = PersonId;
    const NAME: &'static str = "test.hire";
    const VERB: Verb = Verb::ManageAccounts;

    async fn perform(&self, act: &mut Act) -> Result<PersonId, AppError> {
        let person = add_person(
            act,
            &StaffInput {
                name: self.name.to_owned(),
                phone: None,
                department: String::new(),
                joined_on: "2026-01-01".parse().expect("a date"),
                left_on: None,
                roles: vec![self.role],
                skills: Vec::new(),
                identity_number: None,
            },
        )
        .await?;
        open_account(act, &self.account.for_another(person, self.login, None)).await?;
        Ok(person)
    }
}

/// Hashing takes long on purpose, so all test people share one hash.
async fn shared_account(app: &App) -> &'static NewAccount {
    static SHARED: OnceLock<OnceCell<NewAccount>> = OnceLock::new();
    let cell = SHARED.get_or_init(OnceCell::new);
    cell.get_or_init(async || {
        let nobody = PersonId(uuid::Uuid::nil());
        let (password, pin) = (PASSWORD.to_owned(), Some(PIN.to_owned()));
        NewAccount::prepare(app, nobody, "shared", None, password, pin)
            .await
            .expect("hashed")
    })
    .await
}

/// Hires the whole cast.
pub async fn hire(app: &App, community: CommunityId) {
    let account = shared_account(app).await;
    for (login, name, role) in CAST {
        let action = Hire {
            login,
            name,
            role: *role,
            account: account.clone(),
        };
        app.perform_by(Actor::OPERATOR, community, &action)
            .await
            .expect("hired");
    }
}
