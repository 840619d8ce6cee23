//! A day of duty under R01, seen from outside.

use std::collections::BTreeMap;

use serde_json::{Value as Json, json};

use crate::harness::{Client, Community, Harness};

/// The community, with the ids a test speaks of.
pub struct DutyDay {
    /// The community.
    pub community: Community,
    posts: BTreeMap<String, Json>,
    people: BTreeMap<String, Json>,
}

impl DutyDay {
    /// Sets the community up and lays its duties out, at 08:00.
    pub async fn begin(h: &Harness) -> Self {
        let community = h.community().await;
        h.tick().await;
        let mut people = BTreeMap::new();
        for (login, _, _) in crate::harness::CAST {
            let mut client = h.as_(login).await;
            let mine = client
                .get(&format!("{}/coverage/mine", community.path))
                .await
                .ok();
            people.insert((*login).to_owned(), mine["person_id"].clone());
        }
        let mut manager = h.as_("manager").await;
        let seen = manager
            .get(&format!("{}/coverage", community.path))
            .await
            .ok();
        let names = [("客户服务中心前台", "desk"), ("南门岗", "south_gate")];
        let posts = names
            .iter()
            .map(|(name, key)| {
                let posts = seen["posts"].as_array().expect("posts");
                let post = posts.iter().find(|post| post["name"] == *name).expect(name);
                ((*key).to_owned(), post["post_id"].clone())
            })
            .collect();
        Self {
            community,
            posts,
            people,
        }
    }

    /// A path below the community.
    pub fn path(&self, below: &str) -> String {
        format!("{}/{below}", self.community.path)
    }

    /// The path of an act at a post.
    pub fn at(&self, post: &str, act: &str) -> String {
        let id = self.posts[post].as_str().expect("an id");
        self.path(&format!("posts/{id}/{act}"))
    }

    /// The id of a post.
    pub fn post(&self, key: &str) -> Json {
        self.posts[key].clone()
    }

    /// The id of a person.
    pub fn person(&self, login: &str) -> Json {
        self.people[login].clone()
    }

    /// Signs a person in.
    pub async fn sign_in(&self, h: &Harness, who: &mut Client, post: &str) -> Json {
        h.tick().await;
        who.post(&self.at(post, "sign_in"), json!({})).await.ok()
    }

    /// The same day at 20:55, when the repairer Wang has just signed in at the desk for the night.
    pub async fn with_wang_at_night(h: &Harness) -> (Self, Client) {
        let day = Self::begin(h).await;
        let mut wang = h.as_("repairer_wang").await;
        h.clock.set("2026-11-24T20:55");
        day.sign_in(h, &mut wang, "desk").await;
        (day, wang)
    }

    /// The giver gives the line of the desk to the south gate, where the taker accepts it.
    pub async fn line_goes_to_the_gate(&self, giver: &mut Client, taker: &mut Client) {
        let to_gate = json!({ "to_post_id": self.post("south_gate") });
        let given = giver.post(&self.at("desk", "transfer_line"), to_gate).await;
        given.ok();
        let taken = taker.post(&self.at("desk", "accept_line"), json!({})).await;
        taken.ok();
    }

    /// How a post stands.
    pub async fn coverage(&self, who: &mut Client, post: &str) -> Json {
        let seen = who.get(&self.path("coverage")).await.ok();
        let posts = seen["posts"].as_array().expect("posts");
        posts
            .iter()
            .find(|known| known["post_id"] == self.posts[post])
            .expect("the post")
            .clone()
    }
}
