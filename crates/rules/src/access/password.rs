//! What is a password, and what is an account name.

/// Why a password is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PasswordRefusal {
    /// Fewer than [`SHORTEST_PASSWORD`] characters.
    #[error("密码至少 8 位")]
    TooShort,
    /// Anybody would try it first.
    #[error("这个密码太容易被猜到，请换一个，不要用连续数字、重复字符或账号")]
    Easy,
}

/// The fewest characters of a password.
pub const SHORTEST_PASSWORD: usize = 8;
/// The most characters of an account name.
const LONGEST_LOGIN: usize = 40;

/// The rows of digits, letters and keys along which people type.
const ROWS: [&str; 4] = [
    "0123456789012345",
    "9876543210987654",
    "abcdefghijklmnopqrstuvwxyz",
    "qwertyuiop",
];
/// Others that stand at the top of every list of guesses.
const COMMON: [&str; 7] = [
    "password",
    "passw0rd",
    "11223344",
    "88886666",
    "66668888",
    "a1234567",
    "a12345678",
];

/// Whether somebody may have this password; `own` are the names they sign in with, account name
/// and phone number.
///
/// # Errors
/// It is short, or easily guessed: part of a row of digits or keys, one sign repeated, one of
/// their own names, or one of those that everybody knows.
pub fn check_password(password: &str, own: &[&str]) -> Result<(), PasswordRefusal> {
    if password.chars().count() < SHORTEST_PASSWORD {
        return Err(PasswordRefusal::TooShort);
    }
    let said = password.trim().to_lowercase();
    let mut signs = said.chars();
    let first = signs.next();
    let one_sign = signs.all(|sign| Some(sign) == first);
    let in_a_row = ROWS.iter().any(|row| row.contains(&said));
    let name = normal_login(&said);
    let own_name = own.iter().any(|own| normal_login(own) == name);
    if one_sign || in_a_row || own_name || COMMON.contains(&said.as_str()) {
        return Err(PasswordRefusal::Easy);
    }
    Ok(())
}

/// Account names are lower case; phone numbers lose spaces, dashes and +86.
pub fn normal_login(typed: &str) -> String {
    let compact: String = typed
        .chars()
        .filter(|c| !c.is_whitespace() && *c != '-')
        .flat_map(char::to_lowercase)
        .collect();
    compact
        .strip_prefix("+86")
        .map(str::to_owned)
        .unwrap_or(compact)
}

/// Whether a normal login may name a new account: 1 to 40 letters, digits, dots, dashes and
/// underscores, which every keyboard of a duty room types alike.
pub fn is_account_name(login: &str) -> bool {
    let plain = |c: char| c.is_ascii_alphanumeric() || "._-".contains(c);
    (1..=LONGEST_LOGIN).contains(&login.chars().count()) && login.chars().all(plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_password_that_anybody_would_try_first_is_refused() {
        for easy in [
            "12345678",
            "87654321",
            "00000000",
            "        ",
            "abcdefgh",
            "Qwertyui",
            "password",
            "a1234567",
            " 11223344",
        ] {
            let refused = check_password(easy, &[]);
            assert_eq!(refused, Err(PasswordRefusal::Easy), "{easy:?}");
        }
        let own = ["manager.zhou", "13800138000"];
        for easy in ["Manager.Zhou", "138 0013 8000", "+86-13800138000"] {
            let refused = check_password(easy, &own);
            assert_eq!(refused, Err(PasswordRefusal::Easy), "{easy:?}");
        }
        assert_eq!(
            check_password("1234567", &own),
            Err(PasswordRefusal::TooShort)
        );
    }

    #[test]
    fn a_password_of_ones_own_is_taken() {
        let own = ["manager.zhou", "13800138000"];
        for good in [
            "duty-day-2026!",
            "zhishou-demo",
            "k7mq-4tvn-9wpx",
            "岗上有人班间不漏",
        ] {
            assert_eq!(check_password(good, &own), Ok(()), "{good}");
        }
    }

    #[test]
    fn a_pasted_phone_number_is_a_login() {
        assert_eq!(normal_login(" +86 138-0000 1234 "), "13800001234");
        assert_eq!(normal_login("Clerk.Zhang"), "clerk.zhang");
    }

    #[test]
    fn an_account_name_is_letters_digits_dot_dash_and_underscore() {
        assert!(is_account_name("zhou.jianhua_2"));
        for wrong in ["", "周建华", "zhou/jianhua", &"a".repeat(41)] {
            assert!(!is_account_name(wrong), "{wrong}");
        }
    }
}
