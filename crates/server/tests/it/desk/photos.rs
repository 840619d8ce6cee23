//! Pictures of contacts: a screenshot of the owners' group is kept, follows a correction, and
//! goes with an erasure.

use axum::http::Method;
use serde_json::{Value as Json, json};

use super::{id_of, take};
use crate::harness::{Answer, Client, Community, for_each_engine};

const SCREENSHOT: &[u8] = &[0x89, b'P', b'N', b'G', 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3];

async fn a_message(client: &mut Client, c: &Community) -> String {
    let message = json!({ "kind": "repair", "channel": "owners_group", "room": "3-2-1201",
        "content": "厨房水管漏水" });
    id_of(&take(client, c, message).await).to_owned()
}

async fn send(client: &mut Client, c: &Community, contact: &str, bytes: &[u8]) -> Answer {
    let path = format!("{}/contacts/{contact}/photos", c.path);
    let headers = [("x-zhishou", "1"), ("content-type", "text/html")];
    client
        .send_bytes(Method::POST, &path, bytes.to_vec(), &headers)
        .await
}

async fn log(client: &mut Client, c: &Community) -> Json {
    let log = client.get(&format!("{}/contacts", c.path)).await.ok();
    log["items"][0].clone()
}

#[tokio::test]
async fn a_screenshot_is_shown_as_what_its_bytes_are_and_follows_the_correction() {
    for_each_engine(async |h| {
        let c = h.community().await;
        let mut clerk = h.as_("clerk_zhang").await;
        let contact = a_message(&mut clerk, &c).await;
        let photo = send(&mut clerk, &c, &contact, SCREENSHOT).await.ok()["id"].clone();
        assert_eq!(log(&mut clerk, &c).await["photo_ids"], json!([photo]));
        let right = json!({ "room": "3-2-1202", "reason": "房号看错" });
        let path = format!("{}/contacts/{contact}/correct", c.path);
        clerk.post(&path, right).await.ok();
        let shown = log(&mut clerk, &c).await;
        assert_eq!(shown["photo_ids"], json!([photo]), "under the same number");
        let corrected = shown["id"].as_str().expect("an id");
        let id = photo.as_str().expect("an id");
        let path = format!("{}/contacts/{corrected}/photos/{id}", c.path);
        let picture = clerk.get(&path).await;
        assert_eq!(picture.bytes, SCREENSHOT);
        assert_eq!(picture.headers["content-type"], "image/png");
        assert_eq!(picture.headers["x-content-type-options"], "nosniff");
        let again = send(&mut clerk, &c, &contact, SCREENSHOT).await;
        assert_eq!(again.refused(422), "photo_already_there");
        let other = a_message(&mut clerk, &c).await;
        let elsewhere = format!("{}/contacts/{other}/photos/{id}", c.path);
        assert_eq!(clerk.get(&elsewhere).await.refused(404), "not_found");
    })
    .await;
}

#[tokio::test]
async fn what_is_no_picture_or_too_large_is_refused() {
    for_each_engine(async |h| {
        let c = h.community().await;
        let mut clerk = h.as_("clerk_zhang").await;
        let contact = a_message(&mut clerk, &c).await;
        let page = send(&mut clerk, &c, &contact, b"<script>alert(1)</script>").await;
        assert_eq!(page.refused(422), "not_a_photo");
        let mut large = SCREENSHOT.to_vec();
        large.resize(10 * 1024 * 1024 + 1, 0);
        let large = send(&mut clerk, &c, &contact, &large).await;
        assert_eq!(large.refused(413), "too_large");
        for n in 0..20 {
            let bytes = [SCREENSHOT, &[n]].concat();
            send(&mut clerk, &c, &contact, &bytes).await.ok();
        }
        let full = send(&mut clerk, &c, &contact, &[SCREENSHOT, &[99]].concat()).await;
        assert_eq!(full.refused(422), "contact_photos_full");
    })
    .await;
}

#[tokio::test]
async fn an_erased_contact_loses_its_pictures_and_takes_no_new_ones() {
    for_each_engine(async |h| {
        let c = h.community().await;
        let mut clerk = h.as_("clerk_zhang").await;
        let contact = a_message(&mut clerk, &c).await;
        let other = a_message(&mut clerk, &c).await;
        let photo = send(&mut clerk, &c, &contact, SCREENSHOT).await.ok()["id"].clone();
        let kept = send(&mut clerk, &c, &other, SCREENSHOT).await.ok()["id"].clone();
        let ask = json!({ "subject": { "kind": "contact", "id": contact },
            "reason": "住户来函要求删除" });
        let mut manager = h.as_("manager").await;
        manager
            .post(&format!("{}/privacy/erasures", c.path), ask)
            .await
            .ok();
        let path = |contact: &str, photo: &Json| {
            let photo = photo.as_str().expect("an id");
            format!("{}/contacts/{contact}/photos/{photo}", c.path)
        };
        let gone = clerk.get(&path(&contact, &photo)).await;
        assert_eq!(gone.refused(404), "not_found");
        let still = clerk.get(&path(&other, &kept)).await;
        assert_eq!(
            still.bytes, SCREENSHOT,
            "another contact shows the same picture"
        );
        let late = send(&mut clerk, &c, &contact, &[SCREENSHOT, &[7]].concat()).await;
        assert_eq!(late.refused(422), "contact_erased");
    })
    .await;
}
