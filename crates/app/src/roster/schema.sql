-- The duty table of a post for a month.
CREATE TABLE roster (
    community_id BYTES NOT NULL,
    id           BYTES NOT NULL,
    post_id      BYTES NOT NULL,
    month        TEXT_SORTED NOT NULL,
    state        TEXT NOT NULL,
    version      BIGINT NOT NULL,
    published_at BIGINT,
    published_by BYTES,
    PRIMARY KEY (community_id, id),
    UNIQUE (community_id, post_id, month),
    FOREIGN KEY (community_id, post_id) REFERENCES post (community_id, id)
);

CREATE TABLE roster_assignment (
    community_id BYTES NOT NULL,
    roster_id    BYTES NOT NULL,
    date         TEXT_SORTED NOT NULL,
    shift_key    TEXT_SORTED NOT NULL,
    person_id    BYTES NOT NULL,
    part         TEXT NOT NULL,
    PRIMARY KEY (community_id, roster_id, date, shift_key, person_id),
    FOREIGN KEY (community_id, roster_id) REFERENCES roster (community_id, id),
    FOREIGN KEY (community_id, person_id) REFERENCES person (community_id, id)
);
CREATE INDEX roster_assignment_of_person ON roster_assignment (community_id, person_id, date);

CREATE TABLE roster_mark (
    community_id BYTES NOT NULL,
    roster_id    BYTES NOT NULL,
    date         TEXT_SORTED NOT NULL,
    person_id    BYTES NOT NULL,
    kind         TEXT NOT NULL,
    PRIMARY KEY (community_id, roster_id, date, person_id),
    FOREIGN KEY (community_id, roster_id) REFERENCES roster (community_id, id),
    FOREIGN KEY (community_id, person_id) REFERENCES person (community_id, id)
);
