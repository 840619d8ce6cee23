-- Who should be on post (duty), who answers for it (post_hold), and who is there (presence).

-- One planned duty of one post. It keeps the regulation version it began under.
CREATE TABLE duty (
    community_id     BYTES NOT NULL,
    id               BYTES NOT NULL,
    post_id          BYTES NOT NULL,
    version_id       BYTES NOT NULL,
    shift_key        TEXT_SORTED NOT NULL,
    duty_date        TEXT_SORTED NOT NULL,
    starts_at        BIGINT NOT NULL,
    ends_at          BIGINT NOT NULL,
    within_shift     TEXT,
    change_kind      TEXT NOT NULL,
    change_post_id   BYTES,
    mode             TEXT NOT NULL,
    response_minutes BIGINT,
    roles_json       TEXT NOT NULL,
    people           BIGINT NOT NULL,
    sign_in_lead     BIGINT NOT NULL,
    optional         BIGINT NOT NULL,
    night            BIGINT NOT NULL,
    terms_json       TEXT NOT NULL,
    PRIMARY KEY (community_id, id),
    UNIQUE (community_id, post_id, shift_key, duty_date),
    FOREIGN KEY (community_id, post_id) REFERENCES post (community_id, id),
    CHECK (starts_at < ends_at)
);
CREATE INDEX duty_by_time ON duty (community_id, post_id, starts_at);
CREATE INDEX duty_by_end ON duty (community_id, ends_at);

CREATE TABLE duty_person (
    community_id BYTES NOT NULL,
    duty_id      BYTES NOT NULL,
    person_id    BYTES NOT NULL,
    place        BIGINT NOT NULL,
    PRIMARY KEY (community_id, duty_id, person_id),
    FOREIGN KEY (community_id, duty_id) REFERENCES duty (community_id, id),
    FOREIGN KEY (community_id, person_id) REFERENCES person (community_id, id)
);
CREATE INDEX duty_of_person ON duty_person (community_id, person_id);

CREATE TABLE sign_in (
    community_id BYTES NOT NULL,
    duty_id      BYTES NOT NULL,
    person_id    BYTES NOT NULL,
    signed_in_at BIGINT NOT NULL,
    PRIMARY KEY (community_id, duty_id, person_id),
    FOREIGN KEY (community_id, duty_id) REFERENCES duty (community_id, id),
    FOREIGN KEY (community_id, person_id) REFERENCES person (community_id, id)
);

-- Holds tile the required time of a post: half-open, at most one open, by exactly one of a
-- person or another post.
CREATE TABLE post_hold (
    community_id     BYTES NOT NULL,
    post_id          BYTES NOT NULL,
    seq              BIGINT NOT NULL,
    from_at          BIGINT NOT NULL,
    to_at            BIGINT,
    person_id        BYTES,
    via_post_id      BYTES,
    mode             TEXT NOT NULL,
    response_minutes BIGINT,
    duty_id          BYTES,
    began_by         TEXT NOT NULL,
    ended_by         TEXT,
    PRIMARY KEY (community_id, post_id, seq),
    FOREIGN KEY (community_id, post_id) REFERENCES post (community_id, id),
    FOREIGN KEY (community_id, via_post_id) REFERENCES post (community_id, id),
    FOREIGN KEY (community_id, person_id) REFERENCES person (community_id, id),
    FOREIGN KEY (community_id, duty_id) REFERENCES duty (community_id, id),
    CHECK ((person_id IS NULL AND via_post_id IS NOT NULL)
        OR (person_id IS NOT NULL AND via_post_id IS NULL)),
    CHECK (to_at IS NULL OR to_at >= from_at),
    CHECK (via_post_id IS NULL OR via_post_id <> post_id)
);
CREATE UNIQUE INDEX post_hold_open ON post_hold (community_id, post_id) WHERE to_at IS NULL;
CREATE INDEX post_hold_of_person ON post_hold (community_id, person_id, from_at);
CREATE INDEX post_hold_of_duty ON post_hold (community_id, duty_id);
CREATE INDEX post_hold_by_time ON post_hold (community_id, post_id, from_at);

CREATE TABLE presence (
    community_id BYTES NOT NULL,
    id           BYTES NOT NULL,
    post_id      BYTES NOT NULL,
    person_id    BYTES NOT NULL,
    from_at      BIGINT NOT NULL,
    to_at        BIGINT,
    why_left     TEXT,
    PRIMARY KEY (community_id, id),
    FOREIGN KEY (community_id, post_id) REFERENCES post (community_id, id),
    FOREIGN KEY (community_id, person_id) REFERENCES person (community_id, id)
);
CREATE UNIQUE INDEX presence_open ON presence (community_id, post_id, person_id)
    WHERE to_at IS NULL;
CREATE INDEX presence_by_time ON presence (community_id, post_id, from_at);

-- Minutes in which nobody was there although somebody should have been.
CREATE TABLE unattended (
    community_id BYTES NOT NULL,
    id           BYTES NOT NULL,
    post_id      BYTES NOT NULL,
    from_at      BIGINT NOT NULL,
    to_at        BIGINT,
    holder_id    BYTES,
    PRIMARY KEY (community_id, id),
    FOREIGN KEY (community_id, post_id) REFERENCES post (community_id, id),
    FOREIGN KEY (community_id, holder_id) REFERENCES person (community_id, id)
);
CREATE UNIQUE INDEX unattended_open ON unattended (community_id, post_id) WHERE to_at IS NULL;
CREATE INDEX unattended_by_time ON unattended (community_id, post_id, from_at);

CREATE TABLE relief (
    community_id BYTES NOT NULL,
    id           BYTES NOT NULL,
    post_id      BYTES NOT NULL,
    asker_id     BYTES NOT NULL,
    asked_id     BYTES,
    reason       TEXT NOT NULL,
    emergency    BIGINT NOT NULL,
    asked_at     BIGINT NOT NULL,
    approved_by  BYTES,
    state        TEXT NOT NULL,
    state_json   TEXT NOT NULL,
    PRIMARY KEY (community_id, id),
    FOREIGN KEY (community_id, post_id) REFERENCES post (community_id, id),
    FOREIGN KEY (community_id, asker_id) REFERENCES person (community_id, id),
    FOREIGN KEY (community_id, asked_id) REFERENCES person (community_id, id),
    FOREIGN KEY (community_id, approved_by) REFERENCES person (community_id, id)
);
CREATE UNIQUE INDEX relief_asked ON relief (community_id, post_id) WHERE state = 'asked';
CREATE INDEX relief_by_time ON relief (community_id, post_id, asked_at);

CREATE TABLE line_transfer (
    community_id BYTES NOT NULL,
    post_id      BYTES NOT NULL,
    seq          BIGINT NOT NULL,
    to_post_id   BYTES NOT NULL,
    given_by     BYTES NOT NULL,
    given_at     BIGINT NOT NULL,
    state        TEXT NOT NULL,
    state_json   TEXT NOT NULL,
    PRIMARY KEY (community_id, post_id, seq),
    FOREIGN KEY (community_id, post_id) REFERENCES post (community_id, id),
    FOREIGN KEY (community_id, to_post_id) REFERENCES post (community_id, id),
    FOREIGN KEY (community_id, given_by) REFERENCES person (community_id, id)
);

-- Calls for help 呼叫支援; whom each rang and who answered stands in `alert`.
CREATE TABLE help_call (
    community_id BYTES NOT NULL,
    id           BYTES NOT NULL,
    post_id      BYTES,
    called_by    BYTES NOT NULL,
    called_at    BIGINT NOT NULL,
    PRIMARY KEY (community_id, id),
    FOREIGN KEY (community_id, post_id) REFERENCES post (community_id, id),
    FOREIGN KEY (community_id, called_by) REFERENCES person (community_id, id)
);
CREATE INDEX help_call_by_time ON help_call (community_id, called_at);
