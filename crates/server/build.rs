//! The binary carries the built UI; a new build of the UI must end up in it.

fn main() {
    println!("cargo::rerun-if-changed=../../ui/dist");
}
