-- Versions that a build has announced: what a person can choose before it runs anywhere, with the Git revision it was
-- built from and where more can be read.
create table announced_version (
    service      text        not null,
    version      text        not null,
    revision     text        not null default '',
    links        jsonb       not null default '{}',
    announced_at timestamptz not null,
    announced_by text        not null,
    primary key (service, version)
);

create index announced_version_recent on announced_version (service, announced_at desc);

grant select, insert, update on announced_version to "${app_role}";
