//! HTTP as it goes over the wire to a server process.

use std::collections::BTreeMap;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{SocketAddr, TcpStream};
use std::time::Duration;

use serde_json::Value as Json;

/// A silent server fails a test instead of holding it up.
const PATIENCE: Duration = Duration::from_secs(30);

/// The way to a server.
#[derive(Debug, Clone, Copy)]
pub struct Wire {
    address: SocketAddr,
}

/// What came back.
#[derive(Debug)]
pub struct RawAnswer {
    /// HTTP status.
    pub status: u16,
    /// Headers by lower-case name; several of one name are joined by newlines.
    pub headers: BTreeMap<String, String>,
    /// The body as text.
    pub body: String,
}

/// An answer that goes on: a live page's stream.
pub struct Stream {
    /// Status and headers.
    pub answer: RawAnswer,
    reader: BufReader<TcpStream>,
}

impl Wire {
    /// The way to an address.
    pub fn new(address: SocketAddr) -> Self {
        Self { address }
    }

    /// Where the server listens.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Reads.
    pub fn get(&self, path: &str) -> RawAnswer {
        self.send("GET", path, &[], "")
    }

    /// Sends JSON as our own pages do.
    pub fn post(&self, path: &str, body: &Json, headers: &[(&str, &str)]) -> RawAnswer {
        let mut all = vec![("content-type", "application/json"), ("x-zhishou", "1")];
        all.extend_from_slice(headers);
        self.send("POST", path, &all, &body.to_string())
    }

    /// Sends exactly this and reads the whole answer.
    pub fn send(
        &self,
        method: &str,
        path: &str,
        headers: &[(&str, &str)],
        body: &str,
    ) -> RawAnswer {
        let Stream {
            mut answer,
            mut reader,
        } = self.open(method, path, headers, body);
        reader
            .read_to_string(&mut answer.body)
            .expect("a body of text");
        answer
    }

    /// Sends this and reads the head of the answer only.
    pub fn open(&self, method: &str, path: &str, headers: &[(&str, &str)], body: &str) -> Stream {
        let mut socket = TcpStream::connect(self.address).expect("the server listens");
        socket.set_read_timeout(Some(PATIENCE)).expect("a limit");
        let mut request = format!(
            "{method} {path} HTTP/1.1\r\nhost: {}\r\nconnection: close\r\ncontent-length: {}\r\n",
            self.address,
            body.len()
        );
        for (name, value) in headers {
            request.push_str(&format!("{name}: {value}\r\n"));
        }
        request.push_str("\r\n");
        request.push_str(body);
        socket.write_all(request.as_bytes()).expect("sent");
        let mut reader = BufReader::new(socket);
        let answer = read_head(&mut reader);
        Stream { answer, reader }
    }
}

fn read_head(reader: &mut BufReader<TcpStream>) -> RawAnswer {
    let mut lines = reader.lines().map(|line| line.expect("a line"));
    let status = lines.next().expect("a status line");
    let code = status.split(' ').nth(1).expect("HTTP/1.1 CODE");
    let mut headers: BTreeMap<String, String> = BTreeMap::new();
    for line in lines.take_while(|line| !line.is_empty()) {
        let (name, value) = line.split_once(':').expect("NAME: VALUE");
        let known = headers.entry(name.to_lowercase()).or_default();
        if !known.is_empty() {
            known.push('\n');
        }
        known.push_str(value.trim());
    }
    RawAnswer {
        status: code.parse().expect("a number"),
        headers,
        body: String::new(),
    }
}

impl RawAnswer {
    /// A header, empty when it is missing.
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", String::as_str)
    }

    /// The body as JSON.
    pub fn json(&self) -> Json {
        serde_json::from_str(&self.body).unwrap_or_else(|error| panic!("{error}: {}", self.body))
    }

    /// The session cookie that the answer sets, to be sent back.
    pub fn session_cookie(&self) -> String {
        let cookie = self
            .header("set-cookie")
            .lines()
            .find(|line| line.starts_with("zhishou_session="))
            .expect("a session cookie");
        cookie.split(';').next().expect("NAME=VALUE").to_owned()
    }
}

impl Stream {
    /// Reads to its end, which the server decides.
    pub fn read_to_end(mut self) -> String {
        let mut rest = Vec::new();
        self.reader.read_to_end(&mut rest).expect("a proper end");
        String::from_utf8_lossy(&rest).into_owned()
    }
}
