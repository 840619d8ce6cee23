//! Comments and literals of Rust.

use super::{Lexed, Literal, Reader};

/// Sets the parts of a Rust text apart.
pub fn lex_rust(text: &str) -> Lexed {
    let mut reader = Reader::new(text);
    while let Some(next) = reader.peek(0) {
        if reader.starts_with("//") {
            reader.blank_line_comment();
        } else if reader.starts_with("/*") {
            reader.blank_block_comment(true);
        } else if let Some(hashes) = raw_string_hashes(&reader) {
            cover_raw_string(&mut reader, hashes);
        } else if next == '"' {
            reader.cover_quoted('"', true);
        } else if next == '\'' && is_character_literal(&reader) {
            cover_character(&mut reader);
        } else {
            reader.keep();
        }
    }
    reader.out
}

/// The number of `#` when a raw string such as `r#"…"#` begins here.
fn raw_string_hashes(reader: &Reader) -> Option<usize> {
    let follows_word = reader
        .previous()
        .is_some_and(|before| before != 'b' && (before.is_alphanumeric() || before == '_'));
    if follows_word || reader.peek(0) != Some('r') {
        return None;
    }
    let hashes = (1..)
        .take_while(|&ahead| reader.peek(ahead) == Some('#'))
        .count();
    (reader.peek(1 + hashes) == Some('"')).then_some(hashes)
}

fn cover_raw_string(reader: &mut Reader, hashes: usize) {
    let line = reader.line;
    let end = format!("\"{}", "#".repeat(hashes));
    for _ in 0..hashes + 2 {
        reader.cover('"');
    }
    let mut text = String::new();
    while reader.peek(0).is_some() && !reader.starts_with(&end) {
        text.extend(reader.peek(0));
        reader.cover('"');
    }
    for _ in 0..end.len() {
        reader.cover('"');
    }
    reader.out.literals.push(Literal { line, text });
}

/// `'a'` and `'\n'` are characters, `'a` alone is a lifetime.
fn is_character_literal(reader: &Reader) -> bool {
    reader.peek(1) == Some('\\') || reader.peek(2) == Some('\'')
}

fn cover_character(reader: &mut Reader) {
    reader.cover('"');
    if reader.peek(0) == Some('\\') {
        reader.cover('"');
    }
    // The guarded or plain character itself may be a quote.
    reader.cover('"');
    while reader
        .peek(0)
        .is_some_and(|next| next != '\'' && next != '\n')
    {
        reader.cover('"');
    }
    reader.cover('"');
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(source: &str) -> Vec<String> {
        lex_rust(source)
            .literals
            .into_iter()
            .map(|literal| literal.text)
            .collect()
    }

    #[test]
    fn comments_vanish_and_lines_stay() {
        let lexed = lex_rust("a /* x /* y */ z */ b // todo\nc");
        assert_eq!(
            lexed.code.split_whitespace().collect::<Vec<_>>(),
            ["a", "b", "c"]
        );
        assert_eq!(lexed.code.lines().count(), 2);
    }

    #[test]
    fn strings_of_every_kind_are_found() {
        assert_eq!(
            texts(r##"f("a\"b", r"c", r#"d"e"#, b"f", br"g")"##),
            [r#"a\"b"#, "c", "d\"e", "f", "g"]
        );
    }

    #[test]
    fn braces_in_literals_do_not_count() {
        let lexed = lex_rust("fn f<'a>() { let x = ['{', '\\'', '\\u{7b}']; \"{{\"; }");
        assert_eq!(lexed.code.matches('{').count(), 1);
        assert_eq!(lexed.code.matches('}').count(), 1);
    }

    #[test]
    fn a_word_that_ends_in_r_begins_no_raw_string() {
        assert_eq!(texts("for\"a\" r\"b\""), ["a", "b"]);
    }

    #[test]
    fn the_line_of_a_literal_is_where_it_begins() {
        let lexed = lex_rust("x\n  \"one\ntwo\"\n \"three\"");
        assert_eq!(
            lexed.literals[0],
            Literal {
                line: 2,
                text: "one\ntwo".into()
            }
        );
        assert_eq!(lexed.literals[1].line, 4);
    }
}
