use super::*;

const SHE: PersonId = PersonId(uuid::Uuid::from_u128(1));
const HE: PersonId = PersonId(uuid::Uuid::from_u128(2));
const NOW: Instant = Instant(1_000);

#[test]
fn it_goes_to_the_nearest_above_whom_it_is_about() {
    assert_eq!(
        handled_by(&[Role::ServiceClerk]),
        [Role::ServiceSupervisor, Role::Manager, Role::Director]
    );
    assert_eq!(
        handled_by(&[Role::ServiceClerk, Role::ServiceSupervisor]),
        [Role::Manager, Role::Director]
    );
    assert_eq!(handled_by(&[Role::Manager]), [Role::Director]);
    assert_eq!(handled_by(&[Role::Director]), [Role::Manager]);
    assert_eq!(
        handled_by(&[])[0],
        Role::ServiceSupervisor,
        "a name nobody knows"
    );
}

#[test]
fn nobody_handles_their_own_case() {
    let handlers = handled_by(&[Role::ServiceClerk]);
    let lead = [Role::ServiceSupervisor];
    let own = may_handle(Some(SHE), &handlers, SHE, &lead);
    assert_eq!(own, Err(StaffComplaintRefusal::OwnCase));
    assert_eq!(may_handle(Some(SHE), &handlers, HE, &lead), Ok(()));
    assert_eq!(may_handle(None, &handlers, SHE, &lead), Ok(()));
    let above = handled_by(&lead);
    let equal = may_handle(Some(SHE), &above, HE, &lead);
    assert_eq!(equal, Err(StaffComplaintRefusal::OthersHandleIt));
}

#[test]
fn the_caller_has_an_answer_before_it_ends_unless_they_withdraw() {
    let unanswered = close(State::Open, Finding::NotUpheld, "查无此事", HE, NOW);
    assert_eq!(unanswered, Err(StaffComplaintRefusal::NotReplied));
    let replied = reply(State::Open, "已致歉", HE, NOW).expect("answered");
    assert_eq!(
        reply(replied, "再次致歉", HE, NOW),
        Err(StaffComplaintRefusal::AlreadyReplied)
    );
    assert_eq!(
        close(replied, Finding::Upheld, " ", HE, NOW),
        Err(StaffComplaintRefusal::WordsNeeded)
    );
    let closed = close(replied, Finding::Upheld, "批评教育", HE, NOW).expect("closed");
    assert_eq!(
        close(closed, Finding::Upheld, "批评教育", HE, NOW),
        Err(StaffComplaintRefusal::AlreadyClosed)
    );
    assert!(close(State::Open, Finding::Withdrawn, "住户撤回", HE, NOW).is_ok());
}
