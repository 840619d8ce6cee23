//! Finds functions in blanked code and counts the lines of their bodies.

/// The named functions of a Rust text with the lines of code in their bodies.
pub fn rust_functions(code: &str) -> Vec<(String, usize)> {
    let bytes = code.as_bytes();
    let named = words(code, "fn").filter_map(|end| {
        let (name, after) = name_at(code, end)?;
        let open = first_outside_parentheses(bytes, after, b"{;")?;
        (bytes[open] == b'{').then(|| (name, body_lines(code, open)))
    });
    named.collect()
}

/// The named functions of a TypeScript text: declarations, and arrow functions
/// that a `const` names. Callbacks without a name belong to what surrounds them.
pub fn typescript_functions(code: &str) -> Vec<(String, usize)> {
    let declared = words(code, "function").filter_map(|end| {
        let (name, after) = name_at(code, end)?;
        Some((
            name,
            body_lines(code, declaration_body(code.as_bytes(), after)?),
        ))
    });
    let arrows = words(code, "const").filter_map(|end| {
        let (name, after) = name_at(code, end)?;
        Some((name, body_lines(code, arrow_body(code, after)?)))
    });
    declared.chain(arrows).collect()
}

/// Where each occurrence of the keyword, as a word of its own, ends.
fn words<'text>(code: &'text str, keyword: &'text str) -> impl Iterator<Item = usize> + 'text {
    let in_word = |letter: char| letter.is_alphanumeric() || letter == '_' || letter == '$';
    code.match_indices(keyword).filter_map(move |(start, _)| {
        let end = start + keyword.len();
        let alone = !code[..start].ends_with(in_word) && !code[end..].starts_with(in_word);
        alone.then_some(end)
    })
}

/// The name behind a keyword, and where it ends.
fn name_at(code: &str, end: usize) -> Option<(String, usize)> {
    let rest = code[end..].trim_start_matches([' ', '\n', '*']);
    let start = code.len() - rest.len();
    let length = rest.find(|next: char| !(next.is_alphanumeric() || next == '_' || next == '$'))?;
    (length > 0).then(|| (rest[..length].to_owned(), start + length))
}

/// The first of the wanted bytes that stands outside round and square brackets.
fn first_outside_parentheses(bytes: &[u8], from: usize, wanted: &[u8]) -> Option<usize> {
    let mut depth = 0_usize;
    for (index, byte) in bytes.iter().enumerate().skip(from) {
        match byte {
            b'(' | b'[' => depth += 1,
            b')' | b']' => depth = depth.saturating_sub(1),
            _ if depth == 0 && wanted.contains(byte) => return Some(index),
            _ => {}
        }
    }
    None
}

/// The brace that opens the body, past a result type that has braces itself.
fn declaration_body(bytes: &[u8], after_name: usize) -> Option<usize> {
    let mut from = after_name;
    loop {
        let open = first_outside_parentheses(bytes, from, b"{;")?;
        if bytes[open] == b';' {
            return None;
        }
        let before = bytes[..open]
            .iter()
            .rfind(|byte| !byte.is_ascii_whitespace());
        if before.is_some_and(|byte| b":|&<,=".contains(byte)) {
            from = closing(bytes, open)? + 1;
        } else {
            return Some(open);
        }
    }
}

/// The bracket that opens the body of `= (…) => {` or `= (…) => (`.
fn arrow_body(code: &str, after_name: usize) -> Option<usize> {
    let bytes = code.as_bytes();
    let equals = first_outside_parentheses(bytes, after_name, b"=;\n")?;
    let value = code.get(equals + 1..)?.trim_start();
    let value = value.strip_prefix("async").map_or(value, str::trim_start);
    if bytes[equals] != b'=' || !value.starts_with(['(', '<']) {
        return None;
    }
    let start = code.len() - value.len();
    let parameters = start + value.find('(')?;
    let after = closing(bytes, parameters)? + 1;
    let arrow = after + code[after..].find("=>")?;
    if code[after..arrow].contains([';', '\n']) {
        return None;
    }
    let body = code[arrow + 2..].trim_start();
    body.starts_with(['{', '('])
        .then(|| code.len() - body.len())
}

/// The bracket that closes the one at `open`.
fn closing(bytes: &[u8], open: usize) -> Option<usize> {
    let mut depth = 0_usize;
    for (index, byte) in bytes.iter().enumerate().skip(open) {
        match byte {
            b'(' | b'[' | b'{' => depth += 1,
            b')' | b']' | b'}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth == 0 {
            return Some(index);
        }
    }
    None
}

/// Lines with code between the brackets of a body.
fn body_lines(code: &str, open: usize) -> usize {
    let end = closing(code.as_bytes(), open).unwrap_or(code.len());
    let body = code.get(open + 1..end).unwrap_or_default();
    body.lines().filter(|line| !line.trim().is_empty()).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sizes(found: Vec<(String, usize)>) -> Vec<(String, usize)> {
        let mut found = found;
        found.sort();
        found
    }

    #[test]
    fn rust_bodies_are_counted_without_blank_lines() {
        let code = "fn a(x: [u8; 2]) -> R where T: X {\n  one;\n\n  if y { two }\n}\ntrait T { fn b(); }\nfn_c();";
        assert_eq!(rust_functions(code), [("a".to_owned(), 2)]);
    }

    #[test]
    fn nested_functions_are_counted_too() {
        let code = "fn outer() {\n  fn inner() {\n    one;\n  }\n}";
        assert_eq!(
            rust_functions(code),
            [("outer".to_owned(), 3), ("inner".to_owned(), 1)]
        );
    }

    #[test]
    fn typescript_functions_and_named_arrows_are_counted() {
        let code = "export function Page({ a }: { a: B }): { c: D } {\n  one\n  two\n}\n\
            const load = async (x: string): Promise<X> => {\n  one\n}\nconst View = () => (\n  <p>\n  </p>\n)\n\
            const size = 3\nconst list = (a + b)\n";
        let expected =
            [("Page", 2), ("View", 2), ("load", 1)].map(|(name, lines)| (name.to_owned(), lines));
        assert_eq!(sizes(typescript_functions(code)), expected);
    }
}
