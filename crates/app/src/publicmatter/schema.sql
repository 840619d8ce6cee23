-- Public matters 公共事项: one cause with one agreed answer, and the calls about it.
CREATE TABLE public_matter (
    community_id  BYTES NOT NULL,
    id            BYTES NOT NULL,
    number        TEXT_SORTED NOT NULL,
    kind          TEXT NOT NULL,
    title         TEXT NOT NULL,
    answer        TEXT NOT NULL,
    work_order_id BYTES,
    opened_by     BYTES,
    opened_at     BIGINT NOT NULL,
    closed_by     BYTES,
    closed_at     BIGINT,
    outcome       TEXT NOT NULL,
    version       BIGINT NOT NULL,
    PRIMARY KEY (community_id, id),
    UNIQUE (community_id, number),
    FOREIGN KEY (community_id) REFERENCES community (id),
    FOREIGN KEY (community_id, work_order_id) REFERENCES work_order (community_id, id)
);
CREATE INDEX public_matter_by_time ON public_matter (community_id, closed_at, opened_at);

-- The buildings concerned; none is the whole community.
CREATE TABLE public_matter_building (
    community_id BYTES NOT NULL,
    matter_id    BYTES NOT NULL,
    building_id  BYTES NOT NULL,
    PRIMARY KEY (community_id, matter_id, building_id),
    FOREIGN KEY (community_id, matter_id) REFERENCES public_matter (community_id, id),
    FOREIGN KEY (community_id, building_id) REFERENCES building (community_id, id)
);

-- A contact belongs to one matter at most. It is the entry that joined; a correction of it counts
-- in its place.
CREATE TABLE public_matter_call (
    community_id BYTES NOT NULL,
    contact_id   BYTES NOT NULL,
    matter_id    BYTES NOT NULL,
    joined_at    BIGINT NOT NULL,
    joined_by    BYTES,
    PRIMARY KEY (community_id, contact_id),
    FOREIGN KEY (community_id, contact_id) REFERENCES contact (community_id, id),
    FOREIGN KEY (community_id, matter_id) REFERENCES public_matter (community_id, id)
);
CREATE INDEX public_matter_call_by_matter
    ON public_matter_call (community_id, matter_id, joined_at);
