-- Handovers, what is counted at a post, and what stays to be watched.

-- One handover is loaded and saved whole; what it says about lines is one text.
-- No key holds the duty that was to begin: until somebody signs in for it, a new plan may drop it.
CREATE TABLE handover (
    community_id     BYTES NOT NULL,
    id               BYTES NOT NULL,
    post_id          BYTES NOT NULL,
    outgoing_id      BYTES NOT NULL,
    incoming_id      BYTES NOT NULL,
    outgoing_duty_id BYTES,
    incoming_duty_id BYTES,
    opened_at        BIGINT NOT NULL,
    ended_at         BIGINT,
    state            TEXT NOT NULL,
    record_json      TEXT NOT NULL,
    version          BIGINT NOT NULL,
    PRIMARY KEY (community_id, id),
    FOREIGN KEY (community_id, post_id) REFERENCES post (community_id, id),
    FOREIGN KEY (community_id, outgoing_id) REFERENCES person (community_id, id),
    FOREIGN KEY (community_id, incoming_id) REFERENCES person (community_id, id),
    FOREIGN KEY (community_id, outgoing_duty_id) REFERENCES duty (community_id, id)
);
CREATE UNIQUE INDEX handover_open ON handover (community_id, post_id) WHERE ended_at IS NULL;
CREATE INDEX handover_by_time ON handover (community_id, opened_at);
CREATE INDEX handover_of_post ON handover (community_id, post_id, opened_at);

-- A finished handover never changes; what was wrong in it is said beside it.
CREATE TABLE handover_amendment (
    community_id BYTES NOT NULL,
    handover_id  BYTES NOT NULL,
    place        BIGINT NOT NULL,
    text         TEXT NOT NULL,
    person_id    BYTES NOT NULL,
    amended_at   BIGINT NOT NULL,
    PRIMARY KEY (community_id, handover_id, place),
    FOREIGN KEY (community_id, handover_id) REFERENCES handover (community_id, id),
    FOREIGN KEY (community_id, person_id) REFERENCES person (community_id, id)
);

CREATE TABLE post_item (
    community_id BYTES NOT NULL,
    id           BYTES NOT NULL,
    post_id      BYTES NOT NULL,
    key          TEXT_SORTED NOT NULL,
    name         TEXT NOT NULL,
    name_en      TEXT NOT NULL,
    expected     BIGINT NOT NULL,
    position     BIGINT NOT NULL,
    retired_at   BIGINT,
    version      BIGINT NOT NULL,
    PRIMARY KEY (community_id, id),
    UNIQUE (community_id, post_id, key),
    FOREIGN KEY (community_id, post_id) REFERENCES post (community_id, id)
);

CREATE TABLE standing_condition (
    community_id BYTES NOT NULL,
    id           BYTES NOT NULL,
    post_id      BYTES NOT NULL,
    text         TEXT NOT NULL,
    since_at     BIGINT NOT NULL,
    set_by       BYTES NOT NULL,
    lifted_at    BIGINT,
    lifted_by    BYTES,
    lift_reason  TEXT,
    PRIMARY KEY (community_id, id),
    FOREIGN KEY (community_id, post_id) REFERENCES post (community_id, id),
    FOREIGN KEY (community_id, set_by) REFERENCES person (community_id, id),
    FOREIGN KEY (community_id, lifted_by) REFERENCES person (community_id, id)
);
CREATE INDEX standing_condition_open ON standing_condition (community_id, post_id, lifted_at);
