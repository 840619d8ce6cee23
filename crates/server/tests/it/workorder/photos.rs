//! Photos.

use axum::http::Method;
use serde_json::json;

use super::{Orders, tap_leaks};
use crate::harness::for_each_engine;

const PHOTO: &[u8] = &[0xff, 0xd8, 0xff, 0xe0, 0, 0x10, b'J', b'F', b'I', b'F'];

#[tokio::test]
async fn a_photo_is_kept_and_shown_as_what_its_bytes_are() {
    for_each_engine(async |h| {
        let mut orders = Orders::begin(&h).await;
        let order = orders.register(tap_leaks()).await;
        let path = orders.at(&order, "photos");
        // What the sender calls it does not count.
        let headers = [("x-zhishou", "1"), ("content-type", "text/html")];
        let added = orders
            .wang
            .send_bytes(Method::POST, &path, PHOTO.to_vec(), &headers)
            .await;
        assert_eq!(added.status, 201);
        let view = added.ok();
        let photo = view["photos"][0]["id"]
            .as_str()
            .expect("a photo")
            .to_owned();
        let shown = orders.zhang.get(&format!("{path}/{photo}")).await;
        assert_eq!(shown.bytes, PHOTO);
        assert_eq!(shown.headers["content-type"], "image/jpeg");
        assert_eq!(shown.headers["x-content-type-options"], "nosniff");
        let again = orders
            .wang
            .send_bytes(Method::POST, &path, PHOTO.to_vec(), &headers)
            .await;
        assert_eq!(again.refused(422), "photo_already_there");
        // Nobody outside, and not under another order's path.
        let mut stranger = h.stranger();
        let unseen = stranger.get(&format!("{path}/{photo}")).await;
        assert_eq!(unseen.refused(401), "sign_in_needed");
        let other = orders.register(tap_leaks()).await;
        let elsewhere = format!("{}/{photo}", orders.at(&other, "photos"));
        assert_eq!(orders.zhang.get(&elsewhere).await.refused(404), "not_found");
    })
    .await;
}

#[tokio::test]
async fn what_is_no_photo_or_too_large_is_refused_with_what_to_do() {
    for_each_engine(async |h| {
        let mut orders = Orders::begin(&h).await;
        let order = orders.register(tap_leaks()).await;
        let path = orders.at(&order, "photos");
        let headers = [("x-zhishou", "1"), ("content-type", "image/jpeg")];
        let page = b"<html><script>alert(1)</script></html>".to_vec();
        let refused = orders
            .wang
            .send_bytes(Method::POST, &path, page, &headers)
            .await;
        assert_eq!(refused.refused(422), "not_a_photo");
        let mut large = PHOTO.to_vec();
        large.resize(10 * 1024 * 1024 + 1, 0);
        let refused = orders
            .wang
            .send_bytes(Method::POST, &path, large, &headers)
            .await;
        let detail = refused.json()["detail"].clone();
        assert!(detail.as_str().expect("a sentence").contains("10 MB"));
        assert_eq!(refused.refused(413), "too_large");
        assert_eq!(orders.show(&order).await["photos"], json!([]));
    })
    .await;
}
