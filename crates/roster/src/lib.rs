//! zhishou-roster
