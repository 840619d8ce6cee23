-- People and property of a community.

CREATE TABLE community (
    id                 BYTES NOT NULL PRIMARY KEY,
    name               TEXT NOT NULL,
    utc_offset_minutes BIGINT NOT NULL,
    founded_at         BIGINT NOT NULL,
    version            BIGINT NOT NULL
);

CREATE TABLE post (
    community_id BYTES NOT NULL,
    id           BYTES NOT NULL,
    key          TEXT_SORTED NOT NULL,
    name         TEXT NOT NULL,
    name_en      TEXT NOT NULL,
    kind         TEXT NOT NULL,
    phone        TEXT NOT NULL,
    position     BIGINT NOT NULL,
    version      BIGINT NOT NULL,
    PRIMARY KEY (community_id, id),
    UNIQUE (community_id, key),
    FOREIGN KEY (community_id) REFERENCES community (id)
);

-- A member of staff. The identity number is sealed by the vault.
CREATE TABLE person (
    community_id    BYTES NOT NULL,
    id              BYTES NOT NULL,
    name            TEXT NOT NULL,
    name_keys       TEXT_SORTED NOT NULL,
    phone           TEXT_SORTED,
    department      TEXT NOT NULL,
    identity_sealed BYTES,
    joined_on       TEXT_SORTED NOT NULL,
    left_on         TEXT_SORTED,
    created_at      BIGINT NOT NULL,
    version         BIGINT NOT NULL,
    PRIMARY KEY (community_id, id),
    FOREIGN KEY (community_id) REFERENCES community (id)
);

CREATE TABLE person_role (
    community_id BYTES NOT NULL,
    person_id    BYTES NOT NULL,
    role         TEXT_SORTED NOT NULL,
    PRIMARY KEY (community_id, person_id, role),
    FOREIGN KEY (community_id, person_id) REFERENCES person (community_id, id)
);

CREATE TABLE person_skill (
    community_id BYTES NOT NULL,
    person_id    BYTES NOT NULL,
    skill        TEXT_SORTED NOT NULL,
    PRIMARY KEY (community_id, person_id, skill),
    FOREIGN KEY (community_id, person_id) REFERENCES person (community_id, id)
);

CREATE TABLE building (
    community_id BYTES NOT NULL,
    id           BYTES NOT NULL,
    name         TEXT_SORTED NOT NULL,
    PRIMARY KEY (community_id, id),
    UNIQUE (community_id, name),
    FOREIGN KEY (community_id) REFERENCES community (id)
);

-- A home; `code` is how the desk writes it: building-unit-number, such as 3-2-1201.
CREATE TABLE room (
    community_id BYTES NOT NULL,
    id           BYTES NOT NULL,
    building_id  BYTES NOT NULL,
    unit         TEXT NOT NULL,
    number       TEXT NOT NULL,
    code         TEXT_SORTED NOT NULL,
    PRIMARY KEY (community_id, id),
    UNIQUE (community_id, code),
    FOREIGN KEY (community_id, building_id) REFERENCES building (community_id, id)
);

CREATE TABLE resident (
    community_id BYTES NOT NULL,
    id           BYTES NOT NULL,
    room_id      BYTES NOT NULL,
    name         TEXT NOT NULL,
    name_keys    TEXT_SORTED NOT NULL,
    phone        TEXT_SORTED,
    relation     TEXT NOT NULL,
    note         TEXT NOT NULL,
    moved_out_on TEXT_SORTED,
    version      BIGINT NOT NULL,
    PRIMARY KEY (community_id, id),
    FOREIGN KEY (community_id, room_id) REFERENCES room (community_id, id)
);
CREATE INDEX resident_by_phone ON resident (community_id, phone);
CREATE INDEX resident_by_room ON resident (community_id, room_id);

-- A vehicle of a home. One that is gone keeps its row; a plate belongs to one home at a time.
CREATE TABLE vehicle (
    community_id BYTES NOT NULL,
    id           BYTES NOT NULL,
    room_id      BYTES NOT NULL,
    plate        TEXT_SORTED NOT NULL,
    space        TEXT NOT NULL,
    note         TEXT NOT NULL,
    gone_on      TEXT_SORTED,
    version      BIGINT NOT NULL,
    PRIMARY KEY (community_id, id),
    FOREIGN KEY (community_id, room_id) REFERENCES room (community_id, id)
);
CREATE UNIQUE INDEX vehicle_by_plate ON vehicle (community_id, plate) WHERE gone_on IS NULL;
CREATE INDEX vehicle_by_room ON vehicle (community_id, room_id);
