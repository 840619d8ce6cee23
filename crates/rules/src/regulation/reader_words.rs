//! The words of the TOML reader as a person says them, in Chinese and in English.

/// A phrase in Chinese and in English.
pub(super) type Phrase = (String, String);

/// What was written, from the reader's ``integer `5` `` or `string "x"`.
pub(super) fn found_words(found: &str) -> Phrase {
    let kinds = [
        ("boolean", "是/否值", "a yes/no value"),
        ("integer", "整数", "a whole number"),
        ("floating point", "小数", "a decimal number"),
        ("string", "文字", "text"),
        ("sequence", "列表", "a list"),
        (
            "map",
            "一组字段，或没有加引号的日期、钟点",
            "a set of fields, or a date or time without quotes",
        ),
    ];
    for (kind, zh, en) in kinds {
        let Some(rest) = found.strip_prefix(kind) else {
            continue;
        };
        let value = rest.trim().trim_matches(['`', '"']);
        if value.is_empty() {
            return (zh.to_owned(), en.to_owned());
        }
        return (format!("{zh}“{value}”"), format!("{en} “{value}”"));
    }
    if found.parse::<usize>().is_ok() {
        return (format!("{found} 项"), format!("{found} elements"));
    }
    (
        format!("其他类型的值（{found}）"),
        format!("another kind of value ({found})"),
    )
}

/// What belongs there, from the reader's `u32` or `a boolean`.
pub(super) fn expected_words(expected: &str) -> Phrase {
    let (zh, en) = match expected {
        "u8" => ("0 到 255 的整数", "a whole number from 0 to 255"),
        "u16" => ("0 到 65535 的整数", "a whole number from 0 to 65535"),
        "u32" | "u64" | "usize" => ("非负整数", "a whole number that is not negative"),
        "i8" | "i16" | "i32" | "i64" | "isize" => ("整数", "a whole number"),
        "f32" | "f64" => ("数字", "a number"),
        "a boolean" => (
            "是(true)或否(false)，不加引号",
            "true or false, without quotes",
        ),
        "a string" | "str" | "a borrowed string" => ("加引号的文字", "text in quotes"),
        "a sequence" => ("列表，写在方括号 [ ] 里", "a list in brackets [ ]"),
        "a map" => ("一组字段", "a set of fields"),
        _ if expected.starts_with("a string, or {") => (
            "加引号的文字，或 { zh = \"…\", en = \"…\" }",
            "text in quotes, or { zh = \"…\", en = \"…\" }",
        ),
        _ if expected.starts_with("a nonzero") => ("正整数", "a whole number above zero"),
        _ if expected.starts_with("struct ") => ("一组字段", "a set of fields"),
        _ if expected.contains("variant") || expected.starts_with("enum ") => {
            ("规定的词之一", "one of the known words")
        }
        _ => return (format!("符合“{expected}”的值"), expected.to_owned()),
    };
    (zh.to_owned(), en.to_owned())
}

/// What is wrong with the writing, in Chinese.
pub(super) fn syntax_words(message: &str) -> &'static str {
    let problem = message.split(", expected ").next().unwrap_or(message);
    let known = [
        ("duplicate key", "同一个字段写了两次"),
        ("string values must be quoted", "文字要加引号"),
        ("unclosed", "括号没有成对"),
        ("missing value", "等号后面没有内容"),
        ("key with no value", "字段后面没有等号和内容"),
        ("missing assignment", "字段之间少了等号"),
        ("missing comma", "各项之间少了逗号"),
        ("extra comma", "多了一个逗号"),
        ("extra", "多了一个等号"),
        ("missing opening quote", "少了开头的引号"),
        ("invalid string", "引号没有成对，或文字中有不能直接写的符号"),
        ("invalid multi-line", "引号没有成对"),
        ("invalid basic string", "引号没有成对"),
        ("invalid literal string", "引号没有成对"),
        ("missing escaped value", "反斜杠后面少了字符"),
        (
            "invalid unquoted key",
            "字段名要用字母、数字、下划线，其他要加引号",
        ),
        ("unquoted keys cannot be empty", "缺少字段名"),
        ("missing key", "缺少字段名"),
        ("unexpected leading zero", "数字前面不能有 0"),
        ("invalid date", "日期或钟点写错了，或没有加引号"),
        ("invalid time", "日期或钟点写错了，或没有加引号"),
        ("integer number overflowed", "数字太大"),
        ("cannot extend value", "字段名已经用作别的内容"),
        ("wanted string or table", "这里应当是规定的词之一"),
    ];
    known
        .iter()
        .find(|(start, _)| problem.starts_with(start))
        .map_or("这里读不懂", |(_, zh)| zh)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn types_of_the_program_are_words_of_a_person() {
        assert_eq!(expected_words("u32").0, "非负整数");
        assert_eq!(expected_words("a sequence").1, "a list in brackets [ ]");
        assert_eq!(found_words("string \"十分钟\"").0, "文字“十分钟”");
        assert_eq!(found_words("integer `-5`").1, "a whole number “-5”");
        assert_eq!(found_words("sequence").0, "列表");
        assert_eq!(found_words("3").0, "3 项");
    }

    #[test]
    fn a_type_without_words_is_named_as_the_reader_names_it() {
        assert_eq!(
            expected_words("a tuple of size 2").0,
            "符合“a tuple of size 2”的值"
        );
        assert_eq!(found_words("byte array").0, "其他类型的值（byte array）");
    }

    #[test]
    fn a_mistake_of_writing_is_said_in_chinese() {
        assert_eq!(syntax_words("duplicate key"), "同一个字段写了两次");
        assert_eq!(syntax_words("unclosed table, expected `]`"), "括号没有成对");
        assert_eq!(syntax_words("something new"), "这里读不懂");
    }
}
