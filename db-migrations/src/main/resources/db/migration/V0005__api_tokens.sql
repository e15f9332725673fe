-- API tokens of people. Only the SHA-256 of a token is kept: it has 256 random bits, so a slow hash would add nothing.
-- Groups are those the person had when the token was made; the policy is applied to them at every request.
create table api_token (
    id           uuid        not null primary key,
    hash         bytea       not null unique check (length(hash) = 32),
    hint         text        not null,
    name         text        not null check (length(name) between 1 and 100),
    subject      text        not null,
    username     text        not null,
    person_name  text        not null,
    groups       text[]      not null,
    permissions  text[]      not null check (cardinality(permissions) > 0),
    created_at   timestamptz not null,
    expires_at   timestamptz not null,
    last_used_at timestamptz,
    revoked_at   timestamptz
);

create index api_token_subject on api_token (subject, created_at desc);

grant select, insert, update on api_token to "${app_role}";
