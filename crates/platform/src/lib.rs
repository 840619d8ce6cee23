//! zhishou-platform
