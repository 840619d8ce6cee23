//! The one table of permissions. A role is held in one community; a verb is
//! what an operation of the interface asks for.

use crate::words::words;

words! {
    /// A role preset, held by a member of staff in one community.
    Role {
        /// 客服前台
        FrontDesk = "front_desk",
        /// 客服管理员
        ServiceClerk = "service_clerk",
        /// 客服主管
        ServiceSupervisor = "service_supervisor",
        /// 水电维修员
        Repairer = "repairer",
        /// 秩序维护员
        Guard = "guard",
        /// 保洁绿化领班
        CleaningForeman = "cleaning_foreman",
        /// 带班领导
        ShiftLeader = "shift_leader",
        /// 物业经理
        Manager = "manager",
        /// 管理处主任
        Director = "director",
        /// 系统管理员
        Administrator = "administrator",
    }
}

words! {
    /// What an operation asks for.
    Verb {
        /// See the regulations in force and their drafts.
        ReadRegulation = "read_regulation",
        /// Write drafts of regulations.
        EditRegulation = "edit_regulation",
        /// Publish a regulation and adopt it for posts.
        PublishRegulation = "publish_regulation",
        /// See staff, posts, buildings and residents (personal data masked).
        ReadPeople = "read_people",
        /// Change staff, posts, buildings and residents.
        EditPeople = "edit_people",
        /// See unmasked personal data, each time recorded.
        RevealPersonalData = "reveal_personal_data",
        /// Erase personal text by the privacy procedure.
        ErasePersonalData = "erase_personal_data",
        /// See rosters.
        ReadRoster = "read_roster",
        /// Change a roster that is not yet published.
        EditRoster = "edit_roster",
        /// Publish a roster or change a published one.
        PublishRoster = "publish_roster",
        /// See who is on post.
        ReadCoverage = "read_coverage",
        /// Sign in, relieve, leave, give and take the line: acts of the one who stands on post.
        HoldPost = "hold_post",
        /// Decide for a missing party; name who takes an empty post.
        ResolveCoverage = "resolve_coverage",
        /// See the contact log.
        ReadDesk = "read_desk",
        /// Take a call, visit or message.
        TakeContact = "take_contact",
        /// See and handle complaints about staff below oneself.
        HandleStaffComplaints = "handle_staff_complaints",
        /// See work orders.
        ReadWorkOrders = "read_work_orders",
        /// Register a work order.
        RegisterWorkOrder = "register_work_order",
        /// Dispatch, reassign, reject.
        DispatchWorkOrder = "dispatch_work_order",
        /// Accept, arrive, finish, defer: acts of the one who does the work.
        CarryOutWorkOrder = "carry_out_work_order",
        /// Call the customer back.
        CallBackWorkOrder = "call_back_work_order",
        /// Archive and reopen.
        CloseWorkOrder = "close_work_order",
        /// See handovers.
        ReadHandover = "read_handover",
        /// Prepare and sign a handover as one of its two sides.
        SignHandover = "sign_handover",
        /// Decide a handover whose other party is missing.
        ResolveHandover = "resolve_handover",
        /// Set and lift standing conditions.
        EditStandingConditions = "edit_standing_conditions",
        /// Read the duty log.
        ReadDutyLog = "read_duty_log",
        /// Write manual entries and corrections in the duty log.
        WriteDutyLog = "write_duty_log",
        /// See one's own alerts and acknowledge them.
        AnswerAlerts = "answer_alerts",
        /// See deadlines and findings.
        ReadObligations = "read_obligations",
        /// Waive a deadline with a reason.
        WaiveObligations = "waive_obligations",
        /// See reports.
        ReadReports = "read_reports",
        /// See the audit trail by person.
        ReadAuditTrail = "read_audit_trail",
        /// Unlock a delayed sign-in of a colleague.
        UnlockAccounts = "unlock_accounts",
        /// Create accounts, give and take roles, reset passwords.
        ManageAccounts = "manage_accounts",
        /// Change the settings of a community.
        ManageCommunity = "manage_community",
    }
}

/// What whoever answers for the desk may whatever their role: by night a repairer is the desk
/// (R01.4), or a guard holds its line (R08.2.7), and calls are given on all the same.
pub fn comes_with_the_desk(verb: Verb) -> bool {
    matches!(
        verb,
        Verb::DispatchWorkOrder | Verb::CallBackWorkOrder | Verb::CloseWorkOrder
    )
}

/// What every member of staff may.
fn is_for_everyone(verb: Verb) -> bool {
    use Verb::*;
    matches!(
        verb,
        ReadRegulation
            | ReadPeople
            | ReadRoster
            | ReadCoverage
            | ReadWorkOrders
            | ReadHandover
            | ReadDutyLog
            | AnswerAlerts
    )
}

/// Whether a role includes a verb.
pub fn may(role: Role, verb: Verb) -> bool {
    use Role::*;
    use Verb::*;
    let everyone = is_for_everyone(verb);
    let on_post = matches!(
        verb,
        HoldPost
            | SignHandover
            | WriteDutyLog
            | ReadDesk
            | TakeContact
            | RegisterWorkOrder
            | RevealPersonalData
            | ReadObligations
    );
    let at_desk = matches!(verb, DispatchWorkOrder | CallBackWorkOrder | CloseWorkOrder);
    let (in_field, above) = (verb == CarryOutWorkOrder, verb == HandleStaffComplaints);
    let leads = matches!(
        verb,
        ResolveCoverage
            | ResolveHandover
            | EditStandingConditions
            | UnlockAccounts
            | ReadReports
            | EditRoster
            | PublishRoster
            | WaiveObligations
            | EditPeople
    );
    let heads = matches!(
        verb,
        EditRegulation | PublishRegulation | ReadAuditTrail | ErasePersonalData | ManageCommunity
    );
    let on_duty = everyone || on_post;
    let leader = on_duty || at_desk || in_field || leads;
    match role {
        FrontDesk | ServiceClerk => on_duty || at_desk,
        Repairer => on_duty || in_field,
        Guard => on_duty,
        CleaningForeman => everyone || in_field || matches!(verb, WriteDutyLog | RegisterWorkOrder),
        ServiceSupervisor => leader || above,
        ShiftLeader => leader,
        Manager | Director => leader || heads || above,
        Administrator => {
            everyone
                || matches!(
                    verb,
                    ManageAccounts
                        | UnlockAccounts
                        | ManageCommunity
                        | EditPeople
                        | EditRegulation
                        | PublishRegulation
                        | ReadAuditTrail
                )
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_go_there_and_back() {
        for role in Role::ALL {
            assert_eq!(role.as_str().parse::<Role>().as_ref(), Ok(role));
        }
        for verb in Verb::ALL {
            assert_eq!(verb.as_str().parse::<Verb>().as_ref(), Ok(verb));
        }
    }

    #[test]
    fn every_verb_is_held_by_some_role_and_none_holds_all() {
        for verb in Verb::ALL {
            assert!(
                Role::ALL.iter().any(|role| may(*role, *verb)),
                "nobody may {verb}"
            );
        }
        for role in Role::ALL {
            assert!(
                Verb::ALL.iter().any(|verb| !may(*role, *verb)),
                "{role} may do everything"
            );
        }
    }

    #[test]
    fn a_guard_may_take_the_desk_but_not_publish_a_roster() {
        assert!(may(Role::Guard, Verb::HoldPost));
        assert!(!may(Role::Guard, Verb::PublishRoster));
        assert!(!may(Role::Administrator, Verb::SignHandover));
    }
}
