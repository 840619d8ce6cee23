//! What commands say. Every line of theirs goes through here, so that a reader who has seen
//! enough (`zhishou openapi | head -1`) ends the command quietly and no other loss is silent.

use std::fmt::{self, Display};
use std::io::{self, ErrorKind, Write as _};

/// Why a command ends before it has done or said everything.
#[derive(Debug)]
pub enum Stop {
    /// What is wrong and what to do.
    Problem(String),
    /// Whoever read the output has closed it.
    NobodyReads,
}

impl From<String> for Stop {
    fn from(problem: String) -> Self {
        Self::Problem(problem)
    }
}

impl From<&str> for Stop {
    fn from(problem: &str) -> Self {
        Self::Problem(problem.to_owned())
    }
}

/// Writes the result of a command; [`say!`] is the short form.
///
/// # Errors
/// Nobody reads it any more, or it could not be written, as on a full disk.
pub fn write_out(text: fmt::Arguments<'_>) -> Result<(), Stop> {
    let mut out = io::stdout().lock();
    out.write_fmt(text)
        .and_then(|()| out.flush())
        .map_err(stop_for)
}

/// Writes a remark beside the result, to standard error; [`remark!`] is the short form.
pub fn write_remark(text: fmt::Arguments<'_>) {
    // There is nowhere left to complain when this fails; the exit code still tells.
    let _ = writeln!(io::stderr().lock(), "{text}");
}

fn stop_for(error: io::Error) -> Stop {
    if error.kind() == ErrorKind::BrokenPipe {
        return Stop::NobodyReads;
    }
    Stop::Problem(both(
        format!("无法写出结果：{}", cause_zh(&error)),
        format!("the output could not be written: {error}"),
    ))
}

/// A sentence in Chinese, and the same in English on a line of its own.
pub fn both(zh: impl Display, en: impl Display) -> String {
    format!("{zh}\n  {en}")
}

/// Why the system refused, in Chinese.
pub fn cause_zh(error: &io::Error) -> String {
    let known = match error.kind() {
        ErrorKind::NotFound => "文件不存在",
        ErrorKind::PermissionDenied => "没有权限",
        ErrorKind::IsADirectory => "这是一个文件夹，不是文件",
        ErrorKind::NotADirectory => "路径中有一段不是文件夹",
        ErrorKind::ReadOnlyFilesystem => "该磁盘是只读的",
        ErrorKind::StorageFull => "磁盘已满",
        ErrorKind::InvalidData => "不是 UTF-8 文本",
        // What comes from no system call has no number, but says what it is.
        _ => {
            return error
                .raw_os_error()
                .map_or_else(|| error.to_string(), |code| format!("系统错误 {code}"));
        }
    };
    known.to_owned()
}

/// Says a line on standard output: `say!("{} entries", 3)?`.
macro_rules! say {
    ($($part:tt)*) => {
        $crate::cli::terminal::write_out(format_args!("{}\n", format_args!($($part)*)))
    };
}

/// Says a line on standard error.
macro_rules! remark {
    ($($part:tt)*) => {
        $crate::cli::terminal::write_remark(format_args!($($part)*))
    };
}

pub(crate) use {remark, say};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reader_who_has_seen_enough_is_no_problem_and_a_full_disk_is() {
        let closed = stop_for(ErrorKind::BrokenPipe.into());
        assert!(matches!(closed, Stop::NobodyReads));
        let Stop::Problem(full) = stop_for(ErrorKind::StorageFull.into()) else {
            panic!("a full disk is told");
        };
        let lines: Vec<&str> = full.lines().collect();
        assert!(lines[0].contains("磁盘已满"), "{full}");
        assert!(lines[1].contains("could not be written"), "{full}");
    }

    #[test]
    fn an_error_without_a_number_is_told_in_its_own_words() {
        let own = io::Error::other("the device went away");
        assert_eq!(cause_zh(&own), "the device went away");
        let numbered = io::Error::from_raw_os_error(5);
        assert_eq!(cause_zh(&numbered), "系统错误 5");
        assert_eq!(cause_zh(&ErrorKind::InvalidData.into()), "不是 UTF-8 文本");
    }
}
