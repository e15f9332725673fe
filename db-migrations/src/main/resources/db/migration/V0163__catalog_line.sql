-- The turn of each run on its way to a workflow: whether somebody has to agree first, where it stands in the line of its
-- item, and what holds it up. Of an item only so many are admitted at once; that is counted under the lock of the
-- item's row in catalog_line.
create table catalog_line (
    provider       text     not null,
    item           text     not null,
    -- the ticket that was served last, by class: low, normal, high
    served         bigint[] not null default '{0,0,0}',
    paused_message text,
    paused_by      text,
    paused_by_name text,
    paused_at      timestamptz,
    primary key (provider, item),
    check ((paused_message is null) = (paused_at is null))
);

create table catalog_turn (
    run         uuid primary key references catalog_run,
    instance    uuid        not null references catalog_instance,
    provider    text        not null,
    item        text        not null,
    team        text        not null,
    action      text        not null,
    counted     boolean     not null,
    priority    int         not null check (priority between 1 and 3),
    ticket      bigint      not null default 0,
    state       text        not null check (state in ('APPROVAL', 'QUEUED', 'ADMITTED', 'OVER')),
    opens_at    timestamptz,
    pin         text        not null,
    content     text        not null,
    approved    boolean     not null default false,
    former      text        not null,
    hindrance   text        not null default ''
        check (hindrance in ('', 'forbidden', 'unauthenticated', 'away')),
    entered_at  timestamptz not null,
    admitted_at timestamptz
);

-- The next one, and how many are before one.
create index catalog_turn_line on catalog_turn (provider, item, priority desc, ticket, entered_at, run)
    where state = 'QUEUED';
-- The last ticket of a team.
create index catalog_turn_team on catalog_turn (provider, item, priority, team, ticket) where state = 'QUEUED';
create index catalog_turn_admitted on catalog_turn (provider, item) where state = 'ADMITTED' and counted;
create index catalog_turn_instance on catalog_turn (instance) where state <> 'OVER';
-- How long the last ones took.
create index catalog_turn_took on catalog_turn (provider, item, action, admitted_at desc) where state = 'OVER';

grant select, insert, update on catalog_line to "${app_role}";
grant select, insert, update on catalog_turn to "${app_role}";
