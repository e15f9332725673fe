-- One-time links that were sent through Slack. Only the SHA-256 of a token is kept. `bound_to` is the one subject who may
-- use it: known from the start, or the first who may decide and opens it. `used_at` is set by one statement, so a link is
-- used once whatever races for it.
create table slack_link (
    hash       bytea       not null primary key check (length(hash) = 32),
    purpose    text        not null check (purpose in ('decide', 'account')),
    request    uuid,
    team       text,
    user_id    text,
    user_name  text,
    bound_to   text,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    opened_at  timestamptz,
    used_at    timestamptz,
    check ((purpose = 'decide') = (request is not null)),
    check ((purpose = 'account') = (user_id is not null and team is not null))
);

create index slack_link_request on slack_link (request);

grant select, insert, update, delete on slack_link to "${app_role}";
