-- The answer to a request that carried an Idempotency-Key, kept with the change it made: a repeated request gets the
-- same answer. A second request that comes while the first still runs waits at the primary key.
create table idempotency_key (
    subject     text        not null,
    key         text        not null,
    fingerprint text        not null check (length(fingerprint) = 64),
    status      int,
    location    text,
    body        text,
    created_at  timestamptz not null,
    primary key (subject, key)
);

create index idempotency_key_created on idempotency_key (created_at);

grant select, insert, update, delete on idempotency_key to "${app_role}";
