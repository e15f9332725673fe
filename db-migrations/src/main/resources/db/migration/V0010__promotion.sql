-- A promotion as a person started it: what was asked, the plan with the hash that approvals are for, and the texts as
-- they were shown and submitted, so that later versions of the portal cannot change what an old promotion was.
create table promotion (
    id             uuid        primary key,
    service        text        not null,
    version        text        not null,
    phase          text        not null check (phase in
                       ('PLANNED', 'RUNNING', 'WAITING', 'PAUSED', 'SUCCEEDED', 'FAILED', 'ABORTED')),
    reason         text        not null default '',
    trouble        text        not null default '',
    requester      text        not null,
    requester_name text        not null,
    plan           text        not null,
    plan_hash      text        not null check (length(plan_hash) = 64),
    manifest       text        not null,
    manifest_yaml  text        not null,
    hera           text        not null,
    namespace      text        not null,
    workflow       text        not null,
    created_at     timestamptz not null,
    started_at     timestamptz,
    finished_at    timestamptz check ((finished_at is not null) = (phase in ('SUCCEEDED', 'FAILED', 'ABORTED'))),
    row_version    int         not null,
    unique (namespace, workflow)
);

create index promotion_recent on promotion (created_at desc);
create index promotion_service on promotion (service, created_at desc);
create index promotion_open on promotion (phase) where phase not in ('SUCCEEDED', 'FAILED', 'ABORTED');

-- Every step from one phase to the next: history is data.
create table promotion_transition (
    promotion uuid        not null references promotion,
    position  int         not null,
    at        timestamptz not null,
    who       text        not null,
    phase_before text,
    phase_after  text     not null,
    why       text        not null,
    primary key (promotion, position)
);

grant select, insert, update on promotion to "${app_role}";
grant select, insert on promotion_transition to "${app_role}";
