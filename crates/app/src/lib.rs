//! zhishou-app
