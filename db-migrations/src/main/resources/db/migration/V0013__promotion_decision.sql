-- What people decided: approvals, what to do with a failed target, and the end of a promotion. A question is a node of
-- the workflow; the unique key lets only the first answer in. `applied_at` tells that the workflow has heard of it.
create table promotion_decision (
    id         uuid        primary key,
    promotion  uuid        not null references promotion,
    kind       text        not null check (kind in ('approval', 'target', 'stop')),
    subject    text        not null,
    node       text        not null,
    decision   text        not null check (decision in ('approve', 'reject', 'retry', 'skip', 'stop')),
    reason     text        not null,
    by_subject text        not null,
    by_name    text        not null,
    at         timestamptz not null,
    applied_at timestamptz,
    unique (promotion, node)
);

-- The id that a shown plan has reserved, so that what is submitted equals what was shown byte for byte.
create table plan_reservation (
    id         uuid        primary key,
    requester  text        not null,
    plan_hash  text        not null,
    created_at timestamptz not null,
    unique (requester, plan_hash)
);

grant select, insert, update on promotion_decision to "${app_role}";
grant select, insert, delete on plan_reservation to "${app_role}";
