//! Sets comments and literals apart from code, for Rust and TypeScript.
//!
//! This is no parser. It knows just enough to tell `"DELETE FROM"` in a string
//! from the same words in a comment, and to count braces that are really braces.

mod rust;
mod typescript;

pub use rust::lex_rust;
pub use typescript::lex_typescript;

/// A string literal and the line on which it begins.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Literal {
    /// Line counted from 1.
    pub line: usize,
    /// The text between the quotes, escapes left as written.
    pub text: String,
}

/// A text with its parts set apart.
#[derive(Debug, Clone, Default)]
pub struct Lexed {
    /// The text with comments blanked by spaces and literals by quotes; line
    /// breaks stay, so line numbers hold.
    pub code: String,
    /// Every string literal in order.
    pub literals: Vec<Literal>,
}

impl Lexed {
    /// A text whose language is not known: all of it counts as code.
    pub fn plain(text: &str) -> Self {
        Self {
            code: text.to_owned(),
            literals: Vec::new(),
        }
    }

    /// The lines of code with their numbers, counted from 1.
    pub fn numbered_lines(&self) -> impl Iterator<Item = (usize, &str)> {
        self.code
            .lines()
            .enumerate()
            .map(|(index, line)| (index + 1, line))
    }
}

/// Walks over a text and writes the blanked copy.
struct Reader {
    chars: Vec<char>,
    position: usize,
    line: usize,
    out: Lexed,
}

impl Reader {
    fn new(text: &str) -> Self {
        Self {
            chars: text.chars().collect(),
            position: 0,
            line: 1,
            out: Lexed::default(),
        }
    }

    fn peek(&self, ahead: usize) -> Option<char> {
        self.chars.get(self.position + ahead).copied()
    }

    fn starts_with(&self, word: &str) -> bool {
        word.chars()
            .enumerate()
            .all(|(ahead, wanted)| self.peek(ahead) == Some(wanted))
    }

    fn previous(&self) -> Option<char> {
        self.position
            .checked_sub(1)
            .and_then(|before| self.chars.get(before))
            .copied()
    }

    /// Takes one character as it is.
    fn keep(&mut self) {
        if let Some(taken) = self.peek(0) {
            self.emit(taken);
        }
    }

    /// Takes one character and writes `cover` in its place.
    fn cover(&mut self, cover: char) {
        if let Some(taken) = self.peek(0) {
            self.emit(if taken == '\n' { '\n' } else { cover });
        }
    }

    fn emit(&mut self, written: char) {
        self.out.code.push(written);
        self.line += usize::from(written == '\n');
        self.position += 1;
    }

    /// Blanks up to the end of the line.
    fn blank_line_comment(&mut self) {
        while self.peek(0).is_some_and(|next| next != '\n') {
            self.cover(' ');
        }
    }

    /// Blanks a comment between `/*` and `*/`; Rust's may be nested.
    fn blank_block_comment(&mut self, nested: bool) {
        let mut depth = 0;
        while self.peek(0).is_some() {
            if self.starts_with("/*") && (nested || depth == 0) {
                depth += 1;
                self.cover(' ');
            } else if self.starts_with("*/") {
                depth -= 1;
                self.cover(' ');
            }
            self.cover(' ');
            if depth == 0 {
                return;
            }
        }
    }

    /// Covers a literal that ends with `quote`, where `\` guards the next character.
    fn cover_quoted(&mut self, quote: char, over_lines: bool) {
        let line = self.line;
        let mut text = String::new();
        self.cover('"');
        while let Some(next) = self.peek(0) {
            if next == quote || (next == '\n' && !over_lines) {
                break;
            }
            if next == '\\' {
                text.push(next);
                self.cover('"');
            }
            text.extend(self.peek(0));
            self.cover('"');
        }
        if self.peek(0) == Some(quote) {
            self.cover('"');
        }
        self.out.literals.push(Literal { line, text });
    }
}
