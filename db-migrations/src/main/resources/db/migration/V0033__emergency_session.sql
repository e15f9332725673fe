-- Ways in for when the identity provider is down, minted on a pod. A row is good for nothing until the portal has put
-- its minting on record (`recorded_at`).
create table emergency_session (
    id           uuid        not null primary key,
    code_hash    bytea       not null unique check (length(code_hash) = 32),
    name         text        not null check (length(name) between 1 and 100),
    reason       text        not null check (length(reason) between 1 and 500),
    groups       text[]      not null check (cardinality(groups) > 0),
    minted_on    text        not null,
    minted_at    timestamptz not null,
    link_until   timestamptz not null,
    session_life interval    not null,
    recorded_at  timestamptz,
    begun_at     timestamptz,
    ends_at      timestamptz
);

grant select, insert, update on emergency_session to "${app_role}";
