-- Accounts belong to the installation: one person may work in several communities.

CREATE TABLE account (
    id                   BYTES NOT NULL PRIMARY KEY,
    login                TEXT_SORTED NOT NULL UNIQUE,
    phone                TEXT_SORTED UNIQUE,
    password_hash        TEXT NOT NULL,
    pin_hash             TEXT,
    password_is_initial  BIGINT NOT NULL,
    disabled_at          BIGINT,
    created_at           BIGINT NOT NULL
);

-- The person that an account is in a community.
CREATE TABLE membership (
    community_id BYTES NOT NULL,
    account_id   BYTES NOT NULL,
    person_id    BYTES NOT NULL,
    PRIMARY KEY (community_id, account_id),
    UNIQUE (community_id, person_id),
    FOREIGN KEY (account_id) REFERENCES account (id),
    FOREIGN KEY (community_id, person_id) REFERENCES person (community_id, id)
);
CREATE INDEX membership_of_account ON membership (account_id);

CREATE TABLE session (
    id           BYTES NOT NULL PRIMARY KEY,
    account_id   BYTES NOT NULL,
    token_hash   BYTES NOT NULL UNIQUE,
    device_id    BYTES NOT NULL,
    device_name  TEXT NOT NULL,
    created_at   BIGINT NOT NULL,
    last_seen_at BIGINT NOT NULL,
    revoked_at   BIGINT,
    FOREIGN KEY (account_id) REFERENCES account (id)
);
CREATE INDEX session_of_account ON session (account_id, device_id);

CREATE TABLE throttle (
    scope    TEXT NOT NULL,
    key      TEXT_SORTED NOT NULL,
    failures BIGINT NOT NULL,
    last_at  BIGINT NOT NULL,
    PRIMARY KEY (scope, key)
);

CREATE TABLE setup_link (
    token_hash BYTES NOT NULL PRIMARY KEY,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    used_at    BIGINT
);
