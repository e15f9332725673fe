-- A provider moves many instances to another version: some at a time, and no further once one has failed.
create table catalog_bulk_upgrade (
    id              uuid primary key,
    provider        text        not null,
    item            text        not null,
    to_version      text        not null,
    inputs          jsonb       not null,
    batch           int         not null check (batch between 1 and 100),
    state           text        not null check (state in ('RUNNING', 'STOPPED', 'DONE')),
    reason          text        not null default '',
    started_by      text        not null,
    started_by_name text        not null,
    started_at      timestamptz not null,
    finished_at     timestamptz
);

create table catalog_bulk_upgrade_member (
    bulk         uuid not null references catalog_bulk_upgrade,
    position     int  not null,
    instance     uuid not null references catalog_instance,
    from_version text not null,
    state        text not null check (state in ('WAITING', 'RUNNING', 'DONE', 'FAILED', 'SKIPPED')),
    reason       text not null default '',
    run          uuid references catalog_run,
    primary key (bulk, position),
    unique (bulk, instance)
);

create unique index catalog_bulk_upgrade_running on catalog_bulk_upgrade (provider, item) where state <> 'DONE';

grant select, insert, update on catalog_bulk_upgrade to "${app_role}";
grant select, insert, update on catalog_bulk_upgrade_member to "${app_role}";
