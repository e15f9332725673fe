-- Workflows that only look: at one instance, or for resources that the catalog does not know yet. They are no runs,
-- since they keep nobody from acting on the instance; what they see counts only if nothing was done meanwhile.
create table catalog_reading (
    id             uuid primary key,
    provider       text        not null,
    item           text        not null,
    instance       uuid references catalog_instance,
    runs           int         not null default 0,
    namespace      text        not null,
    workflow       text        not null,
    manifest       text        not null,
    phase          text        not null check (phase in ('PLANNED', 'RUNNING', 'SUCCEEDED', 'FAILED')),
    reason         text        not null default '',
    found          text        not null default '',
    requester      text        not null,
    requester_name text        not null,
    created_at     timestamptz not null,
    finished_at    timestamptz,
    unique (namespace, workflow)
);

create unique index catalog_reading_open on catalog_reading (instance)
    where instance is not null and phase in ('PLANNED', 'RUNNING');
create unique index catalog_reading_discovery on catalog_reading (provider, item)
    where instance is null and phase in ('PLANNED', 'RUNNING');
create index catalog_reading_under_way on catalog_reading (provider) where phase in ('PLANNED', 'RUNNING');
create index catalog_reading_latest on catalog_reading (provider, item, created_at desc) where instance is null;
create index catalog_reading_old on catalog_reading (finished_at);

grant select, insert, update, delete on catalog_reading to "${app_role}";
