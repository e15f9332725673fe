-- Who stands for whom while they are away. A substitute brings a right of their own; where the policy allows it, they
-- count for the groups that the absent person had when they named them.
create table approval_absence (
    id              uuid        primary key,
    absent          text        not null,
    absent_name     text        not null,
    groups          text[]      not null,
    substitute      text        not null check (substitute <> absent),
    substitute_name text        not null,
    begins_at       timestamptz not null,
    ends_at         timestamptz not null check (ends_at > begins_at),
    ended_at        timestamptz
);

create index approval_absence_substitute on approval_absence (substitute, ends_at) where ended_at is null;
create index approval_absence_absent on approval_absence (absent, ends_at) where ended_at is null;

grant select, insert, update on approval_absence to "${app_role}";
