//! Regulations over HTTP: drafts, checks, publication, adoption, and the command line.

mod cast;
mod commands;
mod drafts;
mod versions;
