-- By these two the portal notices that its database is older than what it did. The mark moves every few seconds, first
-- here and then outside of the database; one that is behind the one outside, or of another epoch, tells of a restore.
create table portal_mark (
    one          boolean     not null primary key default true check (one),
    epoch        uuid,
    former_epoch uuid,
    sequence     bigint      not null,
    at           timestamptz not null
);

-- The epoch comes with the first start, so that copies of an unused database are not taken for one another.
insert into portal_mark (sequence, at) values (0, now());

-- While a hold is not released the portal sends nothing and takes no decision. There is one at a time.
create table portal_hold (
    id             uuid        primary key,
    since          timestamptz not null,
    code           text        not null check (code in ('older-database', 'other-database', 'unknown-workflows', 'on-purpose')),
    sentence       text        not null,
    by_name        text        not null,
    released_at    timestamptz,
    released_by    text,
    release_reason text,
    check ((released_at is null) = (released_by is null)),
    check (released_at is null or length(trim(release_reason)) > 0)
);

create unique index portal_hold_one_at_a_time on portal_hold ((true)) where released_at is null;

-- What an administrator chose to do about single differences before the release.
create table portal_hold_choice (
    hold       uuid        not null references portal_hold,
    difference text        not null,
    choice     text        not null check (choice in ('accept', 'send', 'drop')),
    reason     text        not null check (length(trim(reason)) > 0),
    by_name    text        not null,
    at         timestamptz not null,
    primary key (hold, difference)
);

grant select, update on portal_mark to "${app_role}";
grant select, insert, update on portal_hold to "${app_role}";
grant select, insert, update on portal_hold_choice to "${app_role}";
