//! Pinyin keys: how a Chinese name is sorted and found by typing letters.

use pinyin::ToPinyin;

/// Surnames whose reading differs from the character's usual one.
const SURNAME_READINGS: &[(&str, &str)] = &[
    ("尉迟", "yuchi"),
    ("万俟", "moqi"),
    ("澹台", "tantai"),
    ("单", "shan"),
    ("仇", "qiu"),
    ("曾", "zeng"),
    ("解", "xie"),
    ("任", "ren"),
    ("查", "zha"),
    ("盖", "ge"),
    ("区", "ou"),
    ("朴", "piao"),
    ("缪", "miao"),
    ("覃", "qin"),
    ("翟", "zhai"),
    ("乐", "yue"),
    ("华", "hua"),
    ("召", "shao"),
    ("重", "chong"),
    ("种", "chong"),
    ("折", "she"),
    ("黑", "he"),
    ("员", "yun"),
    ("繁", "po"),
];

/// Words in given names, each syllable as the word is read: 李重庆 is typed `lichongqing`.
const WORD_READINGS: &[(&str, [&str; 2])] = &[
    ("重庆", ["chong", "qing"]),
    ("重阳", ["chong", "yang"]),
    ("重九", ["chong", "jiu"]),
    ("长乐", ["chang", "le"]),
    ("长安", ["chang", "an"]),
    ("长青", ["chang", "qing"]),
    ("长春", ["chang", "chun"]),
    ("长江", ["chang", "jiang"]),
    ("长征", ["chang", "zheng"]),
    ("长生", ["chang", "sheng"]),
    ("朝阳", ["chao", "yang"]),
    ("朝晖", ["zhao", "hui"]),
    ("音乐", ["yin", "yue"]),
];

/// The letters under which a name is sorted and searched.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PinyinKey {
    /// All letters without tones: 张建国 → `zhangjianguo`.
    pub full: String,
    /// The first letters: 张建国 → `zjg`.
    pub initials: String,
}

/// The pinyin keys of a person's name. Characters without a reading keep their
/// lower-case form when they are letters or digits and are dropped otherwise.
pub fn pinyin_key(name: &str) -> PinyinKey {
    let name = name.trim();
    let mut key = PinyinKey {
        full: String::new(),
        initials: String::new(),
    };
    let mut rest = name;
    for (surname, reading) in SURNAME_READINGS {
        if let Some(given) = name.strip_prefix(surname) {
            add_surname(&mut key, surname, reading);
            rest = given;
            break;
        }
    }
    while let Some(c) = rest.chars().next() {
        let word = WORD_READINGS
            .iter()
            .find(|(word, _)| rest.starts_with(word));
        if let Some((word, syllables)) = word {
            for syllable in syllables {
                key.initials.extend(syllable.chars().next());
                key.full.push_str(syllable);
            }
            rest = &rest[word.len()..];
        } else {
            add_character(&mut key, c);
            rest = &rest[c.len_utf8()..];
        }
    }
    key
}

fn add_surname(key: &mut PinyinKey, surname: &str, reading: &str) {
    key.full.push_str(reading);
    if surname.chars().count() == 1 {
        key.initials.extend(reading.chars().next());
    } else {
        // The second syllable of the three readings above starts with its second consonant.
        let second = match reading {
            "yuchi" => 'c',
            "moqi" => 'q',
            _ => 't',
        };
        key.initials.extend(reading.chars().next());
        key.initials.push(second);
    }
}

fn add_character(key: &mut PinyinKey, c: char) {
    if let Some(reading) = c.to_pinyin() {
        let plain = reading.plain().replace('ü', "v");
        key.initials.extend(plain.chars().next());
        key.full.push_str(&plain);
    } else if c.is_ascii_alphanumeric() {
        let lower = c.to_ascii_lowercase();
        key.full.push(lower);
        key.initials.push(lower);
    }
}
