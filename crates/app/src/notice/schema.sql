-- Notices to the desk 今日须知. What was withdrawn stays readable.
CREATE TABLE notice (
    community_id BYTES NOT NULL,
    id           BYTES NOT NULL,
    title        TEXT NOT NULL,
    text         TEXT NOT NULL,
    from_at      BIGINT NOT NULL,
    until_at     BIGINT NOT NULL,
    written_by   BYTES NOT NULL,
    written_at   BIGINT NOT NULL,
    withdrawn_at BIGINT,
    version      BIGINT NOT NULL,
    PRIMARY KEY (community_id, id),
    FOREIGN KEY (community_id, written_by) REFERENCES person (community_id, id),
    CHECK (from_at < until_at)
);
CREATE INDEX notice_by_end ON notice (community_id, until_at);
