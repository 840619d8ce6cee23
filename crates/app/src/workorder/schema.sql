-- Work orders. `state_json`, `matter_json` and `terms_json` are the rules' own types; the
-- columns beside them are what lists filter and sort by.

CREATE TABLE work_order (
    community_id         BYTES NOT NULL,
    id                   BYTES NOT NULL,
    number               TEXT_SORTED NOT NULL,
    kind                 TEXT_SORTED NOT NULL,
    urgency              TEXT NOT NULL,
    stage                TEXT_SORTED NOT NULL,
    state_json           TEXT NOT NULL,
    matter_json          TEXT NOT NULL,
    terms_json           TEXT NOT NULL,
    contact_id           BYTES,
    post_id              BYTES,
    room_id              BYTES,
    resident_id          BYTES,
    place                TEXT NOT NULL,
    content              TEXT NOT NULL,
    department           TEXT NOT NULL,
    caller_name          TEXT NOT NULL,
    caller_phone         TEXT_SORTED NOT NULL,
    result               TEXT NOT NULL,
    material             TEXT NOT NULL,
    fee_cents            BIGINT,
    assignee_id          BYTES,
    doer_id              BYTES,
    registered_by        BYTES NOT NULL,
    registered_at        BIGINT NOT NULL,
    clock_from           BIGINT NOT NULL,
    cycle                BIGINT NOT NULL,
    dispatches           BIGINT NOT NULL,
    deferrals            BIGINT NOT NULL,
    deferral_json        TEXT,
    deferral_explanation TEXT NOT NULL,
    appointment_at       BIGINT,
    attempts             BIGINT NOT NULL,
    last_attempt_at      BIGINT,
    night_at             BIGINT,
    night_settled_at     BIGINT,
    due_at               BIGINT,
    due_rule             TEXT,
    updated_at           BIGINT NOT NULL,
    version              BIGINT NOT NULL,
    PRIMARY KEY (community_id, id),
    UNIQUE (community_id, number),
    FOREIGN KEY (community_id, post_id) REFERENCES post (community_id, id),
    FOREIGN KEY (community_id, room_id) REFERENCES room (community_id, id),
    FOREIGN KEY (community_id, resident_id) REFERENCES resident (community_id, id),
    FOREIGN KEY (community_id, assignee_id) REFERENCES person (community_id, id),
    FOREIGN KEY (community_id, doer_id) REFERENCES person (community_id, id),
    FOREIGN KEY (community_id, registered_by) REFERENCES person (community_id, id)
);
CREATE INDEX work_order_by_time ON work_order (community_id, registered_at, id);
CREATE INDEX work_order_by_stage ON work_order (community_id, stage, registered_at);
CREATE INDEX work_order_by_assignee ON work_order (community_id, assignee_id);
CREATE INDEX work_order_by_contact ON work_order (community_id, contact_id);

CREATE TABLE work_order_photo (
    community_id  BYTES NOT NULL,
    id            BYTES NOT NULL,
    work_order_id BYTES NOT NULL,
    digest        BYTES NOT NULL,
    media_type    TEXT NOT NULL,
    size_bytes    BIGINT NOT NULL,
    stage         TEXT NOT NULL,
    added_by      BYTES NOT NULL,
    added_at      BIGINT NOT NULL,
    PRIMARY KEY (community_id, id),
    UNIQUE (community_id, work_order_id, digest),
    FOREIGN KEY (community_id, work_order_id) REFERENCES work_order (community_id, id),
    FOREIGN KEY (community_id, digest) REFERENCES blob (community_id, digest),
    FOREIGN KEY (community_id, added_by) REFERENCES person (community_id, id)
);
