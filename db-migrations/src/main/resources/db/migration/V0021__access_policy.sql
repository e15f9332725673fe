-- The access policy that counts, for all replicas together: whoever notices a change first puts it on record, the others
-- find it here. Its text lets a portal that starts with a broken file go on with the last good policy.
create table access_policy (
    one             boolean not null primary key default true check (one),
    version         text    not null,
    text            text    not null,
    changed_at      timestamptz,
    refused_version text,
    refused_reason  text,
    refused_at      timestamptz
);

insert into access_policy (version, text) values ('', '');

grant select, update on access_policy to "${app_role}";
