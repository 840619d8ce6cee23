-- Tables of the plumbing. BYTES and TEXT_SORTED are written per engine by the dialect.

CREATE TABLE ledger_head (
    community_id BYTES NOT NULL PRIMARY KEY,
    seq          BIGINT NOT NULL,
    hash         BYTES NOT NULL
);

CREATE TABLE ledger_entry (
    community_id     BYTES NOT NULL,
    seq              BIGINT NOT NULL,
    act_id           BYTES NOT NULL,
    happened_at      BIGINT NOT NULL,
    recorded_at      BIGINT NOT NULL,
    actor_kind       TEXT NOT NULL,
    actor_account_id BYTES,
    actor_person_id  BYTES,
    actor_post_id    BYTES,
    actor_device_id  BYTES,
    post_id          BYTES,
    shift_id         BYTES,
    subject_kind     TEXT NOT NULL,
    subject_id       BYTES NOT NULL,
    verb             TEXT_SORTED NOT NULL,
    body_json        TEXT NOT NULL,
    prev_hash        BYTES NOT NULL,
    hash             BYTES NOT NULL,
    PRIMARY KEY (community_id, seq)
);
CREATE INDEX ledger_entry_by_subject ON ledger_entry (community_id, subject_kind, subject_id, seq);
CREATE INDEX ledger_entry_by_post ON ledger_entry (community_id, post_id, happened_at);
CREATE INDEX ledger_entry_by_time ON ledger_entry (community_id, happened_at, seq);
CREATE INDEX ledger_entry_by_person ON ledger_entry (community_id, actor_person_id, seq);

CREATE TABLE ledger_secret (
    community_id BYTES NOT NULL,
    id           BYTES NOT NULL,
    salt         BYTES NOT NULL,
    text         TEXT NOT NULL,
    PRIMARY KEY (community_id, id)
);

CREATE TABLE client_act (
    community_id BYTES NOT NULL,
    account_id   BYTES NOT NULL,
    device_id    BYTES NOT NULL,
    client_id    BYTES NOT NULL,
    request_hash BYTES NOT NULL,
    outcome_json TEXT NOT NULL,
    recorded_at  BIGINT NOT NULL,
    PRIMARY KEY (community_id, account_id, device_id, client_id)
);
CREATE INDEX client_act_by_time ON client_act (recorded_at);

CREATE TABLE number_series (
    community_id BYTES NOT NULL,
    series       TEXT_SORTED NOT NULL,
    last_number  BIGINT NOT NULL,
    PRIMARY KEY (community_id, series)
);

CREATE TABLE obligation (
    community_id BYTES NOT NULL,
    id           BYTES NOT NULL,
    rule_key     TEXT_SORTED NOT NULL,
    subject_kind TEXT NOT NULL,
    subject_id   BYTES NOT NULL,
    number       TEXT,
    occurrence   TEXT_SORTED NOT NULL,
    owner_kind   TEXT NOT NULL,
    owner_key    TEXT NOT NULL,
    post_id      BYTES,
    owed_at      BIGINT NOT NULL,
    due_at       BIGINT NOT NULL,
    breached_at  BIGINT,
    paused_at    BIGINT,
    outcome      TEXT NOT NULL,
    outcome_at   BIGINT,
    reason       TEXT,
    PRIMARY KEY (community_id, id),
    UNIQUE (community_id, rule_key, subject_id, occurrence)
);
CREATE INDEX obligation_open ON obligation (community_id, outcome, due_at);
CREATE INDEX obligation_by_subject ON obligation (community_id, subject_id);

CREATE TABLE obligation_step (
    community_id  BYTES NOT NULL,
    obligation_id BYTES NOT NULL,
    step_no       BIGINT NOT NULL,
    due_at        BIGINT NOT NULL,
    target_kind   TEXT NOT NULL,
    target_key    TEXT NOT NULL,
    urgency       TEXT NOT NULL,
    fired_at      BIGINT,
    PRIMARY KEY (community_id, obligation_id, step_no),
    FOREIGN KEY (community_id, obligation_id) REFERENCES obligation (community_id, id)
);
CREATE INDEX obligation_step_due ON obligation_step (community_id, fired_at, due_at);

CREATE TABLE obligation_pause (
    community_id  BYTES NOT NULL,
    obligation_id BYTES NOT NULL,
    from_at       BIGINT NOT NULL,
    to_at         BIGINT,
    reason        TEXT NOT NULL,
    PRIMARY KEY (community_id, obligation_id, from_at),
    FOREIGN KEY (community_id, obligation_id) REFERENCES obligation (community_id, id)
);

CREATE TABLE finding (
    community_id  BYTES NOT NULL,
    id            BYTES NOT NULL,
    kind          TEXT_SORTED NOT NULL,
    obligation_id BYTES,
    subject_kind  TEXT NOT NULL,
    subject_id    BYTES NOT NULL,
    post_id       BYTES,
    person_id     BYTES,
    found_at      BIGINT NOT NULL,
    annulled_at   BIGINT,
    annul_reason  TEXT,
    PRIMARY KEY (community_id, id)
);
CREATE INDEX finding_by_time ON finding (community_id, found_at);
CREATE UNIQUE INDEX finding_of_obligation ON finding (community_id, obligation_id);

CREATE TABLE community_wake (
    community_id BYTES NOT NULL PRIMARY KEY,
    next_at      BIGINT NOT NULL,
    lease_until  BIGINT NOT NULL
);
CREATE INDEX community_wake_next ON community_wake (next_at);

CREATE TABLE alert (
    community_id  BYTES NOT NULL,
    id            BYTES NOT NULL,
    target_kind   TEXT NOT NULL,
    target_key    TEXT_SORTED NOT NULL,
    urgency       TEXT NOT NULL,
    kind          TEXT NOT NULL,
    subject_kind  TEXT NOT NULL,
    subject_id    BYTES NOT NULL,
    post_id       BYTES,
    body_json     TEXT NOT NULL,
    raised_at     BIGINT NOT NULL,
    answered_at   BIGINT,
    answered_by   BYTES,
    answer        TEXT,
    PRIMARY KEY (community_id, id)
);
CREATE INDEX alert_open ON alert (community_id, answered_at, target_kind, target_key);

CREATE TABLE blob (
    community_id BYTES NOT NULL,
    digest       BYTES NOT NULL,
    media_type   TEXT NOT NULL,
    stored_at    BIGINT NOT NULL,
    bytes        BYTES NOT NULL,
    PRIMARY KEY (community_id, digest)
);
