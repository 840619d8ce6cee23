-- Complaints about staff. Who handles one is kept from the day it came: roles change later.
CREATE TABLE staff_complaint (
    community_id  BYTES NOT NULL,
    id            BYTES NOT NULL,
    number        TEXT_SORTED NOT NULL,
    about_id      BYTES,
    handler_roles TEXT NOT NULL,
    channel       TEXT NOT NULL,
    happened_at   BIGINT NOT NULL,
    recorded_at   BIGINT NOT NULL,
    taken_by      BYTES,
    resident_id   BYTES,
    room_text     TEXT NOT NULL,
    caller_name   TEXT NOT NULL,
    caller_phone  TEXT NOT NULL,
    content       TEXT NOT NULL,
    state_json    TEXT NOT NULL,
    reply         TEXT NOT NULL,
    outcome       TEXT NOT NULL,
    PRIMARY KEY (community_id, id),
    UNIQUE (community_id, number),
    FOREIGN KEY (community_id, about_id) REFERENCES person (community_id, id),
    FOREIGN KEY (community_id, resident_id) REFERENCES resident (community_id, id)
);
CREATE INDEX staff_complaint_by_time ON staff_complaint (community_id, happened_at, id);
