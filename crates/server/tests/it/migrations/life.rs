//! A database somebody has lived in: rows in every table that a release may carry over.

use axum::http::Method;
use serde_json::{Value as Json, json};

use crate::handover::Wizard;
use crate::harness::{Client, Harness, at};
use crate::workorder::{Orders, register, tap_leaks};

/// A day and a night of a community, from the set-up to the signed handover of the morning.
pub async fn lived_in(h: &Harness) {
    let mut orders = Orders::begin(h).await;
    a_roster(h, &orders).await;
    the_day(h, &mut orders).await;
    a_case_of_12345(&mut orders).await;
    the_evening(h, &mut orders).await;
    the_burst_pipe(h, &mut orders).await;
    the_morning(h, &mut orders).await;
    a_skill(h, &orders).await;
    // The published table of December plans its first duties.
    h.clock.set("2026-12-01T00:10");
    h.tick().await;
    let wrong = json!({ "login": "x", "password": "wrong" });
    let refused = h.stranger().post("/api/session", wrong).await;
    assert_eq!(refused.refused(422), "wrong_password");
}

async fn a_roster(h: &Harness, orders: &Orders) {
    let mut supervisor = h.as_("supervisor_he").await;
    let december = json!({ "post_id": orders.day.post("desk"), "month": "2026-12" });
    let roster = supervisor
        .post(&orders.day.path("rosters"), december)
        .await
        .ok();
    let id = roster["id"].as_str().expect("an id");
    let path = |act: &str| orders.day.path(&format!("rosters/{id}/{act}"));
    let fill = json!({ "version": roster["version"], "filling": { "method": "rotate" } });
    let filled = supervisor.post(&path("fill"), fill).await.ok();
    let free = filled["people"].as_array().expect("people").iter();
    let rests = json!({ "version": filled["version"], "date": "2026-12-31", "mark": "rest",
        "person_id": off_duty(&filled, free, "2026-12-31") });
    let filled = supervisor.put(&path("cells"), rests).await.ok();
    let publish = json!({ "version": filled["version"], "warnings_confirmed": true });
    supervisor.post(&path("publish"), publish).await.ok();
}

/// Somebody who has no shift on a day.
fn off_duty<'a>(roster: &Json, mut people: impl Iterator<Item = &'a Json>, date: &str) -> Json {
    let cells = roster["cells"].as_array().expect("cells");
    let free = people.find(|person| {
        let of_day = |cell: &&Json| cell["date"] == date;
        let theirs = |cell: &Json| cell["person_id"] == person["person_id"];
        !cells.iter().filter(of_day).any(theirs)
    });
    free.expect("somebody free")["person_id"].clone()
}

/// A call, a repair from the call to the archive with a photo, a standing condition.
async fn the_day(h: &Harness, orders: &mut Orders) {
    let call = json!({ "kind": "repair", "channel": "call", "room": "3栋2单元1201",
        "caller_phone": "13800001234", "content": "厨房水管漏水，约明早看" });
    let path = orders.day.path("contacts");
    let key = [("idempotency-key", "01931f3e-0000-7000-8000-000000000001")];
    let taken = orders
        .zhang
        .send(Method::POST, &path, Some(call), &key)
        .await
        .ok();
    let contact = taken["id"].as_str().expect("an id");
    let path = orders.day.path(&format!("contacts/{contact}/photos"));
    let screenshot = [0x89, b'P', b'N', b'G', 0x0d, 0x0a, 0x1a, 0x0a];
    let headers = [("x-zhishou", "1"), ("content-type", "image/png")];
    orders
        .zhang
        .send_bytes(Method::POST, &path, screenshot.to_vec(), &headers)
        .await
        .ok();
    let car = json!({ "room": "3-2-1201", "vehicle": { "plate": "鄂A12345" } });
    act(&mut orders.zhang, orders.day.path("vehicles"), car).await;
    let complaint = json!({ "channel": "call", "content": "前台说话太冲",
        "about_id": orders.day.person("clerk_zhang") });
    let complaints = orders.day.path("staff-complaints");
    act(&mut orders.zhang, complaints, complaint).await;
    let order = orders.finished_repair().await;
    let path = orders.at(&order, "photos");
    let photo = [0xff, 0xd8, 0xff, 0xe0, 0, 0x10, b'J', b'F', b'I', b'F'];
    let headers = [("x-zhishou", "1"), ("content-type", "image/jpeg")];
    orders
        .wang
        .send_bytes(Method::POST, &path, photo.to_vec(), &headers)
        .await
        .ok();
    let called = json!({ "reached": true, "satisfied": true, "on_time": true, "quality": 5,
        "attitude": 5, "remark": "很及时" });
    orders.desk(&order, "call-back", called).await.ok();
    orders.desk(&order, "archive", json!({})).await.ok();
    a_public_matter(orders).await;
    let notice = json!({ "title": "3 栋停水", "text": "水管抢修，请住户先储水",
        "from_at": at("2026-11-24T09:00"), "until_at": at("2026-11-24T18:00") });
    act(&mut orders.zhang, orders.day.path("notices"), notice).await;
    let path = orders.day.at("desk", "standing_conditions");
    let condition = json!({ "text": "5 栋东侧停水施工至周五" });
    h.as_("supervisor_he")
        .await
        .post(&path, condition)
        .await
        .ok();
}

/// 3栋 has no water: a matter, with one call.
async fn a_public_matter(orders: &mut Orders) {
    let buildings = orders.zhang.get(&orders.day.path("buildings")).await.ok();
    let matter = json!({ "matter": { "kind": "repair", "title": "3栋停水",
        "answer": "正在抢修，预计 18:00 恢复供水", "building_ids": [buildings[0]["id"]] } });
    let path = orders.day.path("public-matters");
    let opened = orders.zhang.post(&path, matter).await.ok();
    let path = format!("{path}/{}/calls", opened["id"].as_str().expect("an id"));
    let call = json!({ "call": { "channel": "call", "room": "3-2-1201" } });
    orders.zhang.post(&path, call).await.ok();
}

/// 12345 hands a case over, with an order opened for it; it is proven, and more time is asked.
async fn a_case_of_12345(orders: &mut Orders) {
    let case = json!({ "source": "hotline", "external_number": "20261124008231",
        "due_at": at("2026-11-27T17:00"), "content": "3 栋楼下路灯不亮", "room": "3-2-1201",
        "caller_name": "单雄信", "caller_phone": "13800001234",
        "work_order": { "kind": "repair" } });
    let case = act(&mut orders.zhang, orders.day.path("external-cases"), case).await;
    let id = case["id"].as_str().expect("an id");
    let path = |step: &str| orders.day.path(&format!("external-cases/{id}/{step}"));
    let photo = [0x89, b'P', b'N', b'G', 0x0d, 0x0a, 0x1a, 0x0a];
    let headers = [("x-zhishou", "1"), ("content-type", "image/png")];
    let photos = path("photos");
    let sent = orders
        .zhang
        .send_bytes(Method::POST, &photos, photo.to_vec(), &headers);
    sent.await.ok();
    let more = json!({ "wanted_due_at": at("2026-11-30T17:00"), "reason": "灯杆须订货" });
    act(&mut orders.zhang, path("ask-extension"), more).await;
}

/// The night begins, with a note and its correction; the line goes to the gate and comes back.
async fn the_evening(h: &Harness, orders: &mut Orders) {
    h.clock.set("2026-11-24T20:55");
    orders.day.sign_in(h, &mut orders.wang, "desk").await;
    let mut chen = h.as_("guard_chen").await;
    orders.day.sign_in(h, &mut chen, "south_gate").await;
    act(&mut orders.wang, orders.day.path("help-calls"), json!({})).await;
    let noted = json!({ "post_id": orders.day.post("desk"), "text": "巡查地库，一切正常" });
    let noted = act(&mut orders.wang, orders.day.path("dutylog"), noted).await;
    let correct = orders
        .day
        .path(&format!("dutylog/{}/correct", noted["seq"]));
    let right = json!({ "text": "巡查地库，2 号灯不亮" });
    act(&mut orders.wang, correct, right).await;
    orders
        .day
        .line_goes_to_the_gate(&mut orders.wang, &mut chen)
        .await;
    act(
        &mut orders.wang,
        orders.day.at("desk", "return_line"),
        json!({}),
    )
    .await;
}

/// The repairer leaves first, the guard stands in, the desk is returned; a repair is put off.
async fn the_burst_pipe(h: &Harness, orders: &mut Orders) {
    h.clock.set("2026-11-24T22:40");
    let left = act(
        &mut orders.wang,
        orders.day.at("desk", "leave_for_emergency"),
        json!({ "reason": "3栋爆管" }),
    )
    .await;
    let relief = left["reliefs"][0]["relief_id"].as_str().expect("asked");
    let relief = |act: &str| orders.day.path(&format!("reliefs/{relief}/{act}"));
    let mut sun = h.as_("guard_sun").await;
    h.clock.set("2026-11-24T22:46");
    act(&mut sun, relief("accept"), json!({ "there": true })).await;
    h.clock.set("2026-11-24T23:20");
    act(&mut orders.wang, relief("end"), json!({})).await;
    h.clock.set("2026-11-24T23:30");
    let order = register(&mut orders.wang, &orders.day, tap_leaks()).await;
    let deferral = json!({ "cause": "conditions", "explanation": "今晚条件不具备",
        "appointment_at": at("2026-11-25T09:30") });
    orders.wang(&order, "defer", deferral).await.ok();
}

/// Both sign for the desk, what the night left is carried on, and something is added later.
async fn the_morning(h: &Harness, orders: &mut Orders) {
    h.clock.set("2026-11-25T08:45");
    orders.day.sign_in(h, &mut orders.zhang, "desk").await;
    let (wang, zhang) = (&mut orders.wang, &mut orders.zhang);
    let wizard = Wizard::open(&orders.day, wang, "clerk_zhang").await;
    wizard.settle(wang, zhang).await;
    let open = wizard.shown(zhang).await["handover"]["open"].clone();
    for matter in open.as_array().expect("open matters") {
        let carried = json!({ "subject_ids": [matter["subject"]],
            "disposition": { "kind": "carried", "reason": "住户约定 10 点" } });
        zhang.post(&wizard.at("dispose"), carried).await.ok();
    }
    h.clock.set("2026-11-25T09:00");
    wizard.sign(wang).await.ok();
    wizard.sign(zhang).await.ok();
    act(
        wang,
        wizard.at("amend"),
        json!({ "text": "对讲机一台电池不足" }),
    )
    .await;
}

async fn a_skill(h: &Harness, orders: &Orders) {
    let hired = json!({ "name": "陆师傅", "phone": "13900005678", "department": "工程部",
        "joined_on": "2026-11-25", "roles": ["repairer"], "skills": ["electrician"],
        "identity_number": "11010519491231002X" });
    let path = orders.day.path("staff");
    h.as_("manager").await.post(&path, hired).await.ok();
}

async fn act(who: &mut Client, path: String, body: Json) -> Json {
    who.post(&path, body).await.ok()
}
