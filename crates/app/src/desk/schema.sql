-- The contact log 来电来访登记. Rows are never overwritten: a correction is a row of its own.
CREATE TABLE contact (
    community_id           BYTES NOT NULL,
    id                     BYTES NOT NULL,
    number                 TEXT_SORTED NOT NULL,
    kind                   TEXT NOT NULL,
    channel                TEXT NOT NULL,
    happened_at            BIGINT NOT NULL,
    recorded_at            BIGINT NOT NULL,
    post_id                BYTES,
    taken_by               BYTES,
    room_id                BYTES,
    resident_id            BYTES,
    room_text              TEXT_SORTED NOT NULL,
    caller_name            TEXT NOT NULL,
    caller_phone           TEXT_SORTED NOT NULL,
    content                TEXT NOT NULL,
    handling               TEXT NOT NULL,
    told                   TEXT NOT NULL,
    plate                  TEXT_SORTED NOT NULL,
    answered_after_seconds BIGINT,
    settled_at             BIGINT,
    settled_by             BYTES,
    outcome                TEXT NOT NULL,
    work_order_id          BYTES,
    corrects_id            BYTES,
    corrected_by_id        BYTES,
    PRIMARY KEY (community_id, id),
    UNIQUE (community_id, number, id),
    FOREIGN KEY (community_id, room_id) REFERENCES room (community_id, id),
    FOREIGN KEY (community_id, resident_id) REFERENCES resident (community_id, id),
    FOREIGN KEY (community_id, corrects_id) REFERENCES contact (community_id, id)
);
CREATE INDEX contact_by_time ON contact (community_id, happened_at, id);
CREATE INDEX contact_by_phone ON contact (community_id, caller_phone, happened_at);
CREATE INDEX contact_open ON contact (community_id, settled_at, work_order_id);
CREATE INDEX contact_by_room ON contact (community_id, room_id, happened_at);

-- Pictures of a contact, such as a screenshot of the owners' group. Their bytes are blobs.
CREATE TABLE contact_photo (
    community_id BYTES NOT NULL,
    id           BYTES NOT NULL,
    contact_id   BYTES NOT NULL,
    digest       BYTES NOT NULL,
    media_type   TEXT NOT NULL,
    size_bytes   BIGINT NOT NULL,
    added_by     BYTES NOT NULL,
    added_at     BIGINT NOT NULL,
    PRIMARY KEY (community_id, id),
    UNIQUE (community_id, contact_id, digest),
    FOREIGN KEY (community_id, contact_id) REFERENCES contact (community_id, id),
    FOREIGN KEY (community_id, digest) REFERENCES blob (community_id, digest),
    FOREIGN KEY (community_id, added_by) REFERENCES person (community_id, id)
);
