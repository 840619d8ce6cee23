//! A browser: keeps cookies and speaks JSON.

use std::collections::BTreeMap;

use axum::Router;
use axum::body::Body;
use axum::http::{Method, Request, StatusCode, header};
use http_body_util::BodyExt as _;
use serde_json::{Value as Json, json};
use tower::ServiceExt as _;

/// One browser.
#[derive(Clone)]
pub struct Client {
    router: Router,
    cookies: BTreeMap<String, String>,
}

/// What the server answered.
#[derive(Debug)]
pub struct Answer {
    /// HTTP status.
    pub status: StatusCode,
    /// Headers.
    pub headers: axum::http::HeaderMap,
    /// The body, as bytes.
    pub bytes: Vec<u8>,
}

impl Client {
    /// A browser without cookies.
    pub fn new(router: Router) -> Self {
        Self {
            router,
            cookies: BTreeMap::new(),
        }
    }

    /// The same browser, speaking to another instance, or to the same one after a crash.
    pub fn on(&self, router: Router) -> Self {
        Self {
            router,
            cookies: self.cookies.clone(),
        }
    }

    /// Reads.
    pub async fn get(&mut self, path: &str) -> Answer {
        self.send(Method::GET, path, None, &[]).await
    }

    /// Sends JSON with POST.
    pub async fn post(&mut self, path: &str, body: Json) -> Answer {
        self.send(Method::POST, path, Some(body), &[]).await
    }

    /// Sends JSON with PUT.
    pub async fn put(&mut self, path: &str, body: Json) -> Answer {
        self.send(Method::PUT, path, Some(body), &[]).await
    }

    /// Deletes.
    pub async fn delete(&mut self, path: &str) -> Answer {
        self.send(Method::DELETE, path, None, &[]).await
    }

    /// Finds words in one of the lists, `…/callers`; tells the answer's body.
    pub async fn find(&mut self, list: &str, words: &str) -> Json {
        let request = json!({ "words": words });
        self.post(&format!("{list}/search"), request).await.ok()
    }

    /// Tries to sign in with a password; tells the status of the answer.
    pub async fn try_password(&mut self, login: &str, password: &str) -> u16 {
        let request = json!({ "login": login, "password": password });
        self.post("/api/session", request).await.status.as_u16()
    }

    /// True where the server knows no session of this browser any more.
    pub async fn is_signed_out(&mut self) -> bool {
        let answer = self.get("/api/session").await;
        answer.status == StatusCode::UNAUTHORIZED && answer.json()["code"] == "sign_in_needed"
    }

    /// Sends a request with headers of its own beside the usual ones.
    pub async fn send(
        &mut self,
        method: Method,
        path: &str,
        body: Option<Json>,
        headers: &[(&str, &str)],
    ) -> Answer {
        let bytes = body.map_or_else(Vec::new, |body| body.to_string().into_bytes());
        let mut request = vec![("content-type", "application/json"), ("x-zhishou", "1")];
        request.extend_from_slice(headers);
        self.send_bytes(method, path, bytes, &request).await
    }

    /// Sends exactly these bytes and headers, and the cookies.
    pub async fn send_bytes(
        &mut self,
        method: Method,
        path: &str,
        bytes: Vec<u8>,
        headers: &[(&str, &str)],
    ) -> Answer {
        let mut request = Request::builder().method(method).uri(path);
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        if !self.cookies.is_empty() {
            let pairs: Vec<_> = self
                .cookies
                .iter()
                .map(|(k, v)| format!("{k}={v}"))
                .collect();
            request = request.header(header::COOKIE, pairs.join("; "));
        }
        let request = request.body(Body::from(bytes)).expect("a request");
        let response = self
            .router
            .clone()
            .oneshot(request)
            .await
            .expect("an answer");
        let (parts, body) = response.into_parts();
        for cookie in parts.headers.get_all(header::SET_COOKIE) {
            self.keep(cookie.to_str().expect("a cookie"));
        }
        let bytes = body.collect().await.expect("a body").to_bytes().to_vec();
        Answer {
            status: parts.status,
            headers: parts.headers,
            bytes,
        }
    }

    fn keep(&mut self, cookie: &str) {
        let pair = cookie.split(';').next().unwrap_or_default();
        let (name, value) = pair.split_once('=').expect("NAME=VALUE");
        if value.is_empty() {
            self.cookies.remove(name);
        } else {
            self.cookies.insert(name.to_owned(), value.to_owned());
        }
    }
}

impl Answer {
    /// The body as JSON, null when it is empty.
    pub fn json(&self) -> Json {
        if self.bytes.is_empty() {
            return Json::Null;
        }
        serde_json::from_slice(&self.bytes).unwrap_or_else(|error| {
            panic!(
                "not JSON ({error}): {}",
                String::from_utf8_lossy(&self.bytes)
            )
        })
    }

    /// The body of a success.
    #[track_caller]
    pub fn ok(self) -> Json {
        assert!(
            self.status.is_success(),
            "{}: {}",
            self.status,
            String::from_utf8_lossy(&self.bytes)
        );
        self.json()
    }

    /// The code of a problem with this status.
    #[track_caller]
    pub fn refused(self, status: u16) -> String {
        assert_eq!(
            self.status.as_u16(),
            status,
            "{}",
            String::from_utf8_lossy(&self.bytes)
        );
        self.json()["code"]
            .as_str()
            .expect("a problem with a code")
            .to_owned()
    }
}
