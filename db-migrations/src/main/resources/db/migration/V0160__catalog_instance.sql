-- What people ordered from providers. How an instance stands is apart from how its last action went. A name is taken
-- while its instance lives; an order is lost or doubled by nobody, since the row is written with its first run.
create table catalog_instance (
    id             uuid primary key,
    provider       text        not null,
    item           text        not null,
    item_version   text        not null,
    name           text        not null check (length(name) between 1 and 63),
    team           text        not null,
    requester      text        not null,
    requester_name text        not null,
    inputs         jsonb       not null,
    outputs        jsonb       not null,
    status         text        not null
        check (status in ('WAITING_FOR_APPROVAL', 'PROVISIONING', 'ACTIVE', 'UPDATING', 'FAILED', 'EXPIRED',
                          'DELETING', 'DELETED', 'GONE')),
    reason         text        not null default '',
    created_at     timestamptz not null,
    changed_at     timestamptz not null
);

create unique index catalog_instance_name on catalog_instance (provider, item, lower(name)) where status <> 'DELETED';
create index catalog_instance_item on catalog_instance (provider, item, created_at desc);
create index catalog_instance_team on catalog_instance (team, created_at desc);

-- Every run of every action. One at a time on each instance: the index refuses a second one.
create table catalog_run (
    id             uuid primary key,
    instance       uuid        not null references catalog_instance,
    position       int         not null,
    action         text        not null,
    template       text        not null,
    namespace      text        not null,
    workflow       text        not null,
    manifest       text        not null,
    inputs         jsonb       not null,
    phase          text        not null check (phase in ('PLANNED', 'RUNNING', 'SUCCEEDED', 'FAILED')),
    reason         text        not null default '',
    requester      text        not null,
    requester_name text        not null,
    created_at     timestamptz not null,
    finished_at    timestamptz,
    unique (instance, position),
    unique (namespace, workflow)
);

create unique index catalog_run_open on catalog_run (instance) where phase in ('PLANNED', 'RUNNING');
create index catalog_run_under_way on catalog_run (namespace) where phase in ('PLANNED', 'RUNNING');

grant select, insert, update on catalog_instance to "${app_role}";
grant select, insert, update on catalog_run to "${app_role}";
