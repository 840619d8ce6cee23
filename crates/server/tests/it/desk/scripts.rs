//! 话术: what the desk says comes from the regulation that it lives by.

use serde_json::Value as Json;

use crate::harness::{Client, Community, for_each_engine};

async fn said(client: &mut Client, c: &Community, key: &str) -> Json {
    let scripts = client.get(&format!("{}/desk/scripts", c.path)).await.ok();
    let mut scripts = scripts.as_array().expect("scripts").iter();
    scripts
        .find(|script| script["key"] == key)
        .expect("the script")
        .clone()
}

#[tokio::test]
async fn r12_10_greeting_transfer_and_hold_name_the_community_and_the_wait() {
    for_each_engine(async |h| {
        let c = h.community().await;
        let mut clerk = h.as_("clerk_zhang").await;
        let greeting = said(&mut clerk, &c, "greeting").await;
        assert_eq!(
            greeting["text"]["zh"],
            "您好，演示小区客户服务中心，请问有什么可以帮您？"
        );
        assert_eq!(greeting["clause"], "R07.3.3.4");
        for key in ["transfer", "hold"] {
            let script = said(&mut clerk, &c, key).await;
            assert_eq!(script["clause"], "R12.10");
            for language in ["zh", "en"] {
                let text = script["text"][language].as_str().expect("a sentence");
                assert!(text.contains(" 2 ") && !text.contains('{'), "{text}");
            }
        }
    })
    .await;
}
