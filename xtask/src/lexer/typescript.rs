//! Comments and literals of TypeScript and its pages.

use super::{Lexed, Reader};

/// Sets the parts of a TypeScript text apart.
pub fn lex_typescript(text: &str) -> Lexed {
    let mut reader = Reader::new(text);
    // For each open `${`, the number of braces opened inside it.
    let mut templates: Vec<usize> = Vec::new();
    while let Some(next) = reader.peek(0) {
        if reader.starts_with("//") && reader.previous() != Some(':') {
            reader.blank_line_comment();
        } else if reader.starts_with("/*") {
            reader.blank_block_comment(false);
        } else if next == '"' || (next == '\'' && !follows_word(&reader)) {
            reader.cover_quoted(next, false);
        } else if next == '/' && is_pattern(&reader) {
            cover_pattern(&mut reader);
        } else if next == '`' {
            reader.cover('"');
            cover_template(&mut reader, &mut templates);
        } else if next == '}' && templates.last() == Some(&0) {
            templates.pop();
            reader.cover('"');
            cover_template(&mut reader, &mut templates);
        } else {
            count_brace(next, templates.last_mut());
            reader.keep();
        }
    }
    reader.out
}

/// An apostrophe behind a letter, as in the text of a page, opens no string.
fn follows_word(reader: &Reader) -> bool {
    reader.previous().is_some_and(char::is_alphanumeric)
}

fn count_brace(next: char, open: Option<&mut usize>) {
    if let Some(open) = open {
        *open += usize::from(next == '{');
        *open -= usize::from(next == '}' && *open > 0);
    }
}

/// Covers the words of a template up to its end or its next `${`.
fn cover_template(reader: &mut Reader, templates: &mut Vec<usize>) {
    while let Some(next) = reader.peek(0) {
        if reader.starts_with("${") {
            reader.cover('"');
            reader.cover('"');
            templates.push(0);
            return;
        }
        reader.cover('"');
        if next == '\\' {
            reader.cover('"');
        } else if next == '`' {
            return;
        }
    }
}

/// A slash begins a regular expression only where no value stands before it.
fn is_pattern(reader: &Reader) -> bool {
    let before = reader
        .out
        .code
        .chars()
        .rev()
        .find(|written| *written != ' ');
    before.is_some_and(|written| "(,=:[!&|?;\n".contains(written))
        && reader
            .peek(1)
            .is_some_and(|next| next != '>' && next != '/')
}

fn cover_pattern(reader: &mut Reader) {
    let mut in_class = false;
    reader.cover('"');
    while let Some(next) = reader.peek(0).filter(|next| *next != '\n') {
        reader.cover('"');
        match next {
            '\\' => reader.cover('"'),
            '[' => in_class = true,
            ']' => in_class = false,
            '/' if !in_class => return,
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn braces(source: &str) -> (usize, usize) {
        let code = lex_typescript(source).code;
        (code.matches('{').count(), code.matches('}').count())
    }

    #[test]
    fn comments_vanish_and_addresses_stay() {
        let lexed = lex_typescript("a(); // it.only(\n/* .skip( */ <a>http://b</a>");
        assert!(!lexed.code.contains("only") && !lexed.code.contains("skip"));
        assert!(lexed.code.contains("//b</a>"));
    }

    #[test]
    fn templates_with_code_inside_keep_the_code() {
        let lexed = lex_typescript("const a = `x{ ${f({ b: `}` })} }`; g({})");
        assert!(lexed.code.contains("f({ b: "));
        assert_eq!(braces("const a = `x{ ${f({ b: `}` })} }`; g({})"), (2, 2));
    }

    #[test]
    fn patterns_and_apostrophes_hide_no_code() {
        assert_eq!(braces("const p = /[/{]\\/{/; f({})"), (1, 1));
        assert_eq!(braces("<p>it's {count} o'clock</p>"), (1, 1));
        assert_eq!(braces("const half = a / b; f({}) / 2"), (1, 1));
    }

    #[test]
    fn strings_are_listed_with_their_line() {
        let lexed = lex_typescript("a('x')\nb(\"y\")");
        let found: Vec<_> = lexed
            .literals
            .iter()
            .map(|one| (one.line, one.text.as_str()))
            .collect();
        assert_eq!(found, [(1, "x"), (2, "y")]);
    }
}
