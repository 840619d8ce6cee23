//! The schema of every release, in the order in which its tables refer to each other.

use zhishou_platform::migrate::{Migration, PLATFORM_SCHEMA};

/// All steps from an empty database to this program.
pub fn migrations() -> Vec<Migration> {
    vec![Migration {
        version: 1,
        text: RELEASE_1.join("\n"),
    }]
}

/// Each capability keeps its tables beside its store. Once a version is released its files
/// never change: later steps are files of their own.
const RELEASE_1: &[&str] = &[
    PLATFORM_SCHEMA,
    include_str!("people/schema.sql"),
    include_str!("access/schema.sql"),
    include_str!("regulation/schema.sql"),
    include_str!("roster/schema.sql"),
    include_str!("desk/schema.sql"),
    include_str!("staffcomplaint/schema.sql"),
    include_str!("notice/schema.sql"),
    include_str!("coverage/schema.sql"),
    include_str!("workorder/schema.sql"),
    include_str!("publicmatter/schema.sql"),
    include_str!("externalcase/schema.sql"),
    include_str!("handover/schema.sql"),
    include_str!("dutylog/schema.sql"),
];
