//! The remarks on a regulation as people read them at a terminal.

use std::fmt;

use miette::{
    GraphicalReportHandler, GraphicalTheme, LabeledSpan, NamedSource, Severity as Level, SourceCode,
};
use zhishou_rules::regulation::{Checked, Diagnostic, Severity};

/// The result for people: each remark with its line, like a compiler.
pub fn as_report(name: &str, source: &str, checked: &Checked, english: bool) -> String {
    let handler = GraphicalReportHandler::new_themed(GraphicalTheme::unicode_nocolor());
    let mut report = String::new();
    for found in &checked.diagnostics {
        let remark = Remark {
            found,
            source: NamedSource::new(name, source.to_owned()),
            english,
        };
        // Writing into a string cannot fail; a remark that does not render is said plainly.
        if handler.render_report(&mut report, &remark).is_err() {
            report.push_str(&format!("{}: {remark}\n", found.code));
        }
        report.push('\n');
    }
    report.push_str(&summary(name, checked, english));
    report
}

fn summary(name: &str, checked: &Checked, english: bool) -> String {
    let count = |severity| {
        let of = |found: &&Diagnostic| found.severity == severity;
        checked.diagnostics.iter().filter(of).count()
    };
    let (errors, warnings, advice) = (
        count(Severity::Error),
        count(Severity::Warning),
        count(Severity::Advice),
    );
    // A document that could not be read whole was not looked at any further.
    let rest = match (&checked.regulation, english) {
        (Some(_), _) => "",
        (None, true) => {
            "Mend these first: hours, gaps and references are checked once it can be read.\n"
        }
        (None, false) => "请先改正以上错误；内容全部读懂后，才会检查时段、空档和相互引用。\n",
    };
    if english {
        format!("{name}: {errors} errors, {warnings} warnings, {advice} remarks\n{rest}")
    } else {
        format!("{name}：错误 {errors} 处，警告 {warnings} 处，提示 {advice} 处\n{rest}")
    }
}

/// A diagnostic in the shape that draws the line.
struct Remark<'a> {
    found: &'a Diagnostic,
    source: NamedSource<String>,
    english: bool,
}

impl fmt::Display for Remark<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if self.english {
            &self.found.message_en
        } else {
            &self.found.message_zh
        })
    }
}

impl fmt::Debug for Remark<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl std::error::Error for Remark<'_> {}

impl miette::Diagnostic for Remark<'_> {
    fn code<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        Some(Box::new(&self.found.code))
    }

    fn severity(&self) -> Option<Level> {
        Some(match self.found.severity {
            Severity::Error => Level::Error,
            Severity::Warning => Level::Warning,
            Severity::Advice => Level::Advice,
        })
    }

    fn help<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        let help = if self.english {
            &self.found.help_en
        } else {
            &self.found.help_zh
        };
        (!help.is_empty()).then(|| Box::new(help) as Box<dyn fmt::Display + 'a>)
    }

    fn source_code(&self) -> Option<&dyn SourceCode> {
        self.found.place.map(|_| &self.source as &dyn SourceCode)
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        let place = self.found.place?;
        let label = LabeledSpan::new(Some(self.found.path.clone()), place.offset, place.length);
        Some(Box::new(std::iter::once(label)))
    }
}
