-- A plan's program may be run by hand: what it asked for is kept with its reservation, so that the workflow which then
-- appears can be held against a fresh plan and taken over as the promotion that was planned.
alter table plan_reservation add column service text;
alter table plan_reservation add column version text;
alter table plan_reservation add column environments text[];

alter table promotion add column started_outside boolean not null default false;

-- A workflow that carries a promotion's label and is none: its first gate hears why, once.
create table refused_workflow (
    uid        text        primary key,
    namespace  text        not null,
    workflow   text        not null,
    reason     text        not null,
    refused_at timestamptz not null
);

grant select, insert on refused_workflow to "${app_role}";
