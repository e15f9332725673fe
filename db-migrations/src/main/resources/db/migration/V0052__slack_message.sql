-- What Slack should show and what it shows. `wanted` counts what happened to the request, `sent` up to where the message
-- tells of it; while somebody sends, `busy_until` keeps others, on any replica, from sending the same. `tried_at` says
-- that a post was begun whose end is not known: the channel is searched for it before anything is posted again.
create table slack_message (
    id         uuid        not null primary key,
    request    uuid        not null,
    step       text        not null,
    nonce      text        not null,
    channel    text,
    channel_id text,
    ts         text,
    wanted     int         not null default 1,
    sent       int         not null default 0,
    tried_at   timestamptz,
    busy_until timestamptz,
    failure    text,
    created_at timestamptz not null
);

-- One message for each request; what is said below it in the thread is as many rows as there are events.
create unique index slack_message_request on slack_message (request) where step = 'MESSAGE';

grant select, insert, update on slack_message to "${app_role}";
