//! zhishou-server
