//! What a rule answers when it says no.

/// A typed refusal of a rule: a stable code for software and a sentence for people.
///
/// The sentence (its `Display`) says what is wrong and what to do, in Chinese,
/// since it is shown on the screen of a duty desk; the code lets the screen say
/// it in another language.
pub trait Refusal: std::fmt::Display {
    /// A stable snake_case code, e.g. `relief_needed`.
    fn code(&self) -> &'static str;
}
