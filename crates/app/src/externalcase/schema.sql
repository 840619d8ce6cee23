-- Cases from outside 外部转办. `state_json` is the rules' own type; the columns beside it are what
-- lists filter and sort by.

CREATE TABLE external_case (
    community_id      BYTES NOT NULL,
    id                BYTES NOT NULL,
    number            TEXT_SORTED NOT NULL,
    source            TEXT_SORTED NOT NULL,
    source_name       TEXT_SORTED NOT NULL,
    external_number   TEXT_SORTED NOT NULL,
    stage             TEXT_SORTED NOT NULL,
    state_json        TEXT NOT NULL,
    received_at       BIGINT NOT NULL,
    clock_from        BIGINT NOT NULL,
    due_at            BIGINT NOT NULL,
    cycle             BIGINT NOT NULL,
    extensions        BIGINT NOT NULL,
    late_extensions   BIGINT NOT NULL,
    last_step_at      BIGINT NOT NULL,
    content           TEXT NOT NULL,
    caller_name       TEXT NOT NULL,
    caller_phone      TEXT_SORTED NOT NULL,
    room_text         TEXT NOT NULL,
    room_id           BYTES,
    resident_id       BYTES,
    contact_id        BYTES,
    work_order_id     BYTES,
    opened_work_order BIGINT NOT NULL,
    reply             TEXT NOT NULL,
    no_proof_reason   TEXT NOT NULL,
    post_id           BYTES,
    taken_by          BYTES NOT NULL,
    taken_at          BIGINT NOT NULL,
    updated_at        BIGINT NOT NULL,
    version           BIGINT NOT NULL,
    PRIMARY KEY (community_id, id),
    UNIQUE (community_id, number),
    FOREIGN KEY (community_id, room_id) REFERENCES room (community_id, id),
    FOREIGN KEY (community_id, resident_id) REFERENCES resident (community_id, id),
    FOREIGN KEY (community_id, contact_id) REFERENCES contact (community_id, id),
    FOREIGN KEY (community_id, work_order_id) REFERENCES work_order (community_id, id),
    FOREIGN KEY (community_id, post_id) REFERENCES post (community_id, id),
    FOREIGN KEY (community_id, taken_by) REFERENCES person (community_id, id)
);
CREATE INDEX external_case_by_time ON external_case (community_id, received_at, id);
CREATE INDEX external_case_by_stage ON external_case (community_id, stage, due_at);
CREATE INDEX external_case_by_number ON external_case (community_id, source, external_number);

CREATE TABLE external_case_photo (
    community_id     BYTES NOT NULL,
    id               BYTES NOT NULL,
    external_case_id BYTES NOT NULL,
    digest           BYTES NOT NULL,
    media_type       TEXT NOT NULL,
    size_bytes       BIGINT NOT NULL,
    cycle            BIGINT NOT NULL,
    added_by         BYTES NOT NULL,
    added_at         BIGINT NOT NULL,
    PRIMARY KEY (community_id, id),
    UNIQUE (community_id, external_case_id, cycle, digest),
    FOREIGN KEY (community_id, external_case_id) REFERENCES external_case (community_id, id),
    FOREIGN KEY (community_id, digest) REFERENCES blob (community_id, digest),
    FOREIGN KEY (community_id, added_by) REFERENCES person (community_id, id)
);
