//! Turns an error of the TOML reader into a diagnostic that says what to do.

use super::Diagnostic;
use super::hours::MARK;
use super::reader_words::{expected_words, found_words, syntax_words};

/// The diagnostic for a reader's error; `path` is the part that was being read.
pub(super) fn explain(error: &toml::de::Error, path: &str, source: &str) -> Diagnostic {
    let message = error.message();
    let diagnostic = ours(message, path)
        .or_else(|| time_of_day(message, path))
        .or_else(|| unknown(message, path))
        .or_else(|| missing(message, path))
        .or_else(|| wrong_type(message, path))
        .unwrap_or_else(|| malformed(message, path));
    match error.span() {
        Some(span) => diagnostic.at(source, span),
        None => diagnostic,
    }
}

/// A message of our own types, wrapped in marks.
fn ours(message: &str, path: &str) -> Option<Diagnostic> {
    let mut parts = message.split(MARK).skip(1);
    let (code, text) = (parts.next()?, parts.next()?.trim_end());
    let diagnostic = match code {
        "ambiguous_time" => Diagnostic::error(
            code,
            path,
            format!("时间“{text}”有歧义：一位数的钟点分不清是凌晨还是下午"),
            format!("“{text}” is ambiguous: a one-digit hour may be at night or after noon"),
        )
        .help(
            "请用 24 小时制两位数写法，例如下午两点写 14:00，凌晨两点写 02:00",
            "Write 24-hour times with two digits: 14:00 after noon, 02:00 at night.",
        ),
        _ => Diagnostic::error(
            code,
            path,
            format!("“{text}”不是起止时间"),
            format!("“{text}” is not a pair of times"),
        )
        .help(
            "写成“起-止”，例如 17:30-09:00；随工作时间变动的写 work_end-work_start",
            "Write from-to, e.g. 17:30-09:00, or work_end-work_start for derived hours.",
        ),
    };
    Some(diagnostic)
}

fn time_of_day(message: &str, path: &str) -> Option<Diagnostic> {
    if !message.contains("is not a time of day") {
        return None;
    }
    let text = quoted(message, '“', '”')?;
    Some(
        Diagnostic::error(
            "malformed_time",
            path,
            format!("“{text}”不是钟点"),
            format!("“{text}” is not a time of day"),
        )
        .help("用 24 小时制 HH:MM，例如 08:45", "Write HH:MM, e.g. 08:45."),
    )
}

fn unknown(message: &str, path: &str) -> Option<Diagnostic> {
    let (code, zh, en, rest) = if let Some(rest) = message.strip_prefix("unknown field ") {
        ("unknown_field", "没有名为", "unknown field", rest)
    } else {
        let rest = message.strip_prefix("unknown variant ")?;
        ("unknown_word", "不认识的词", "unknown word", rest)
    };
    let word = quoted(rest, '`', '`')?;
    let known: Vec<&str> = rest.split('`').skip(3).step_by(2).collect();
    let suffix = if code == "unknown_field" {
        "的字段"
    } else {
        ""
    };
    let diagnostic = Diagnostic::error(
        code,
        path,
        format!("{zh}“{word}”{suffix}"),
        format!("{en} “{word}”"),
    );
    let nearest = nearest(word, &known);
    let (guess_zh, guess_en) = match nearest {
        Some(near) => (
            format!("是不是想写 {near}?"),
            format!("Did you mean {near}? "),
        ),
        None => (String::new(), String::new()),
    };
    Some(diagnostic.help(
        format!("{guess_zh}可用：{}", known.join("、")),
        format!("{guess_en}Known: {}", known.join(", ")),
    ))
}

fn missing(message: &str, path: &str) -> Option<Diagnostic> {
    let field = quoted(message.strip_prefix("missing field ")?, '`', '`')?;
    Some(
        Diagnostic::error(
            "missing_field",
            path,
            format!("缺少字段“{field}”"),
            format!("the field “{field}” is missing"),
        )
        .help(
            format!("在这一项里补上 {field} = …"),
            format!("Add {field} = … to this element."),
        ),
    )
}

fn wrong_type(message: &str, path: &str) -> Option<Diagnostic> {
    let rest = message
        .strip_prefix("invalid type: ")
        .or_else(|| message.strip_prefix("invalid value: "))
        .or_else(|| message.strip_prefix("invalid length "))?;
    let (found, expected) = rest.split_once(", expected ")?;
    let ((found_zh, found_en), (zh, en)) = (found_words(found), expected_words(expected));
    Some(
        Diagnostic::error(
            "wrong_type",
            path,
            format!("这里的内容不合适：写的是{found_zh}"),
            format!("this does not belong here: {found_en}"),
        )
        .help(format!("这里应当是{zh}"), format!("Write {en}.")),
    )
}

fn malformed(message: &str, path: &str) -> Diagnostic {
    Diagnostic::error(
        "malformed_toml",
        path,
        format!("文件格式有误：{}", syntax_words(message)),
        format!("malformed document: {message}"),
    )
    .help(
        "请检查这一行的引号、方括号和等号是否成对、完整",
        "Check the quotes, brackets and equals signs of this line.",
    )
}

fn quoted(text: &str, open: char, close: char) -> Option<&str> {
    let (_, rest) = text.split_once(open)?;
    rest.split_once(close).map(|(word, _)| word)
}

/// The known word that shares most with a mistyped one, when it shares enough.
pub(super) fn nearest<'k>(word: &str, known: &[&'k str]) -> Option<&'k str> {
    known
        .iter()
        .map(|candidate| (distance(word, candidate), *candidate))
        .filter(|(distance, candidate)| *distance * 2 <= candidate.chars().count())
        .min()
        .map(|(_, candidate)| candidate)
}

/// Edit distance, for words of a few letters.
fn distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, ca) in a.chars().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, cb) in b.iter().enumerate() {
            let above = row[j + 1];
            let change = diagonal + usize::from(ca != *cb);
            row[j + 1] = change.min(above + 1).min(row[j] + 1);
            diagonal = above;
        }
    }
    row[b.len()]
}
