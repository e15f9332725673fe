-- Who of Slack is who of the portal. A Slack account belongs to one person; only that person makes the tie, while signed
-- in, so nobody becomes somebody else by an e-mail address or a display name.
create table slack_account (
    team        text        not null,
    user_id     text        not null,
    user_name   text        not null,
    subject     text        not null,
    person_name text        not null,
    linked_at   timestamptz not null,
    primary key (team, user_id)
);

create index slack_account_subject on slack_account (subject);

grant select, insert, delete on slack_account to "${app_role}";
