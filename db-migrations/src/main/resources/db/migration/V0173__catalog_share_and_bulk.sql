-- Other teams may see an instance, or act on it too.
create table catalog_share (
    instance       uuid        not null references catalog_instance,
    team           text        not null,
    may            text        not null check (may in ('READ', 'OPERATE')),
    shared_by      text        not null,
    shared_by_name text        not null,
    created_at     timestamptz not null,
    primary key (instance, team)
);
create index catalog_share_team on catalog_share (team, instance);

-- One action on many instances: what was ticked, and what became of each. It is worked off by a durable task, with the
-- rights that the person had; those and the values are forgotten at its end.
create table catalog_bulk (
    id          uuid primary key,
    provider    text        not null,
    item        text        not null,
    action      text        not null,
    person      text        not null,
    person_name text        not null,
    on_behalf   jsonb       not null default '{}',
    inputs      jsonb       not null default '{}',
    phase       text        not null check (phase in ('DRAFT', 'RUNNING', 'DONE')),
    created_at  timestamptz not null,
    ended_at    timestamptz
);
create index catalog_bulk_person on catalog_bulk (person, created_at);

create table catalog_bulk_row (
    bulk     uuid not null references catalog_bulk on delete cascade,
    position int  not null,
    instance uuid not null references catalog_instance,
    phase    text not null check (phase in ('OPEN', 'BEGUN', 'REFUSED')),
    run      uuid references catalog_run,
    reason   text not null default '',
    primary key (bulk, position),
    unique (bulk, instance)
);

grant select, insert, update, delete on catalog_share to "${app_role}";
grant select, insert, update, delete on catalog_bulk to "${app_role}";
grant select, insert, update, delete on catalog_bulk_row to "${app_role}";
