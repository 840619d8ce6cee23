-- Regulations of a community: a working draft, immutable versions, and the posts that live by them.

CREATE TABLE regulation (
    community_id BYTES NOT NULL,
    id           BYTES NOT NULL,
    key          TEXT_SORTED NOT NULL,
    title_zh     TEXT NOT NULL,
    title_en     TEXT NOT NULL,
    draft_text   TEXT,
    draft_state  TEXT,
    version      BIGINT NOT NULL,
    created_at   BIGINT NOT NULL,
    updated_at   BIGINT NOT NULL,
    PRIMARY KEY (community_id, id),
    UNIQUE (community_id, key),
    FOREIGN KEY (community_id) REFERENCES community (id)
);

-- Never updated: a running shift is judged by the version it began under, for ever.
CREATE TABLE regulation_version (
    community_id  BYTES NOT NULL,
    id            BYTES NOT NULL,
    regulation_id BYTES NOT NULL,
    number        BIGINT NOT NULL,
    source_text   TEXT NOT NULL,
    text          TEXT NOT NULL,
    digest        TEXT NOT NULL,
    published_at  BIGINT NOT NULL,
    PRIMARY KEY (community_id, id),
    UNIQUE (community_id, regulation_id, number),
    FOREIGN KEY (community_id, regulation_id) REFERENCES regulation (community_id, id)
);

-- One post lives by one version from an instant on; a later decision withdraws what was still to come.
CREATE TABLE regulation_adoption (
    community_id BYTES NOT NULL,
    post_key     TEXT_SORTED NOT NULL,
    effective_at BIGINT NOT NULL,
    adopted_at   BIGINT NOT NULL,
    version_id   BYTES NOT NULL,
    withdrawn_at BIGINT,
    PRIMARY KEY (community_id, post_key, effective_at, adopted_at),
    FOREIGN KEY (community_id, version_id) REFERENCES regulation_version (community_id, id)
);
CREATE INDEX regulation_adoption_of_version ON regulation_adoption (community_id, version_id);
