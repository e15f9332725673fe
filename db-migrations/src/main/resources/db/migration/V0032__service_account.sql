-- Owners of API tokens that are no people. An administrator gives them their groups; a disabled one keeps its name, which
-- the record speaks of.
create table service_account (
    name        text        not null primary key check (name ~ '^[a-z][a-z0-9-]{0,39}$'),
    purpose     text        not null check (length(purpose) between 1 and 200),
    groups      text[]      not null,
    created_by  text        not null,
    created_at  timestamptz not null,
    disabled_at timestamptz
);

grant select, insert, update on service_account to "${app_role}";
