-- Whom the identity provider has vouched for, and what it said last: to look up the rights of somebody who is not
-- looking at a page, such as the owner of an API token or of a linked Slack account.
create table known_person (
    subject        text        not null primary key,
    username       text        not null,
    name           text        not null,
    groups         text[]      not null,
    groups_read_at timestamptz not null
);

grant select, insert, update on known_person to "${app_role}";
