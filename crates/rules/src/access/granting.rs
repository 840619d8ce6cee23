//! Which roles a person may give to staff or take from them. Who keeps the staff list must
//! not climb by it: nobody gives or takes what they do not have themselves.

use super::{Role, Verb, may};

/// The first of some roles that a person with the roles `own` may neither give nor take.
/// Who manages accounts gives and takes every role; others only those whose every verb
/// one of their own roles includes.
pub fn beyond_reach(own: &[Role], roles: &[Role]) -> Option<Role> {
    let has = |verb: Verb| own.iter().any(|role| may(*role, verb));
    if has(Verb::ManageAccounts) {
        return None;
    }
    let within = |role: Role| Verb::ALL.iter().all(|verb| !may(role, *verb) || has(*verb));
    roles.iter().copied().find(|role| !within(*role))
}

/// All the roles that a person with the roles `own` may give and take.
pub fn within_reach(own: &[Role]) -> Vec<Role> {
    let reached = |role: &Role| beyond_reach(own, &[*role]).is_none();
    Role::ALL.iter().copied().filter(reached).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_supervisor_hires_repairers_but_makes_nobody_director() {
        let own = [Role::ServiceSupervisor];
        assert_eq!(beyond_reach(&own, &[Role::Repairer, Role::FrontDesk]), None);
        assert_eq!(
            beyond_reach(&own, &[Role::Repairer, Role::Director]),
            Some(Role::Director)
        );
        assert_eq!(
            beyond_reach(&own, &[Role::Administrator]),
            Some(Role::Administrator)
        );
    }

    #[test]
    fn two_roles_reach_as_far_as_both_and_an_administrator_gives_all() {
        let both = [Role::Guard, Role::CleaningForeman];
        assert_eq!(beyond_reach(&both, &[Role::Repairer]), None);
        assert_eq!(beyond_reach(&[Role::Administrator], Role::ALL), None);
    }
    #[test]
    fn what_a_person_gives_is_what_their_own_roles_include() {
        let given = within_reach(&[Role::ServiceSupervisor]);
        assert!(given.contains(&Role::Repairer) && !given.contains(&Role::Director));
        assert_eq!(within_reach(&[Role::Administrator]), Role::ALL);
    }
}
