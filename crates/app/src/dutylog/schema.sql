-- The duty log is the ledger; only which entry corrects which is kept beside it.
CREATE TABLE log_correction (
    community_id  BYTES NOT NULL,
    corrected_seq BIGINT NOT NULL,
    by_seq        BIGINT NOT NULL,
    PRIMARY KEY (community_id, corrected_seq),
    FOREIGN KEY (community_id, corrected_seq) REFERENCES ledger_entry (community_id, seq),
    FOREIGN KEY (community_id, by_seq) REFERENCES ledger_entry (community_id, seq)
);
