-- A promotion that waits for people has one message, too: `request` holds its id then. `asked_at` says since when people
-- are needed, and is empty while they are not: the reminder is for that wait alone.
alter table slack_message add column asked_at timestamptz;

create unique index slack_message_promotion on slack_message (request) where step = 'PROMOTION';
