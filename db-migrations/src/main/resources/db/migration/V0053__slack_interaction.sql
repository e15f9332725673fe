-- Signed requests of Slack that were taken, by the SHA-256 of what was signed: the same bytes are never acted on twice.
-- A signature is good for five minutes, so the rows need not be kept for longer than that.
create table slack_interaction (
    hash     bytea       not null primary key check (length(hash) = 32),
    taken_at timestamptz not null
);

create index slack_interaction_taken_at on slack_interaction (taken_at);

grant select, insert, delete on slack_interaction to "${app_role}";
