-- The workflows that a run is made of: its own, and the child workflows that it called in namespaces of other providers,
-- each with its steps as last seen, so that a page needs no remote call. A child belongs to the run whose workflow it
-- names as its parent.
create table catalog_workflow (
    namespace text        not null,
    workflow  text        not null,
    run       uuid        not null references catalog_run,
    task      text        not null,
    uid       text        not null,
    phase     text        not null,
    stopped   boolean     not null,
    message   text        not null,
    steps     jsonb       not null,
    seen_at   timestamptz not null,
    primary key (namespace, workflow)
);

create index catalog_workflow_run on catalog_workflow (run);
create index catalog_workflow_open on catalog_workflow (namespace)
    where phase not in ('Succeeded', 'Failed', 'Error', 'Deleted');

-- Why a run failed: which step of which workflow, and whose failure it is.
create table catalog_run_failure (
    run       uuid primary key references catalog_run,
    step      text not null,
    namespace text not null,
    workflow  text not null,
    blame     text not null check (blame in ('INPUT', 'PROVIDER', 'PLATFORM')),
    reason    text not null
);

-- Somebody wants a run to end before its time. The row is there until the run is tried again.
create table catalog_run_stop (
    run          uuid primary key references catalog_run,
    stopper      text        not null,
    stopper_name text        not null,
    stopped_at   timestamptz not null
);

-- A run that goes on from where it failed, in the same workflow, so that nothing that went well is done twice.
create table catalog_run_again (
    run      uuid primary key references catalog_run,
    attempts int     not null,
    pending  boolean not null
);

-- The provider was asked for help with a run, once.
create table catalog_run_help (
    run         uuid primary key references catalog_run,
    asker       text        not null,
    asker_name  text        not null,
    asked_at    timestamptz not null,
    channel     text        not null
);

grant select, insert, update on catalog_workflow to "${app_role}";
grant select, insert, update, delete on catalog_run_failure to "${app_role}";
grant select, insert, update, delete on catalog_run_stop to "${app_role}";
grant select, insert, update on catalog_run_again to "${app_role}";
grant select, insert, update on catalog_run_help to "${app_role}";
