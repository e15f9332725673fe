-- Instances that one team offers to another. Nobody becomes an owner without having said yes; one offer at a time.
create table catalog_transfer (
    id              uuid primary key,
    instance        uuid        not null references catalog_instance,
    from_team       text        not null,
    to_team         text        not null,
    note            text        not null default '',
    state           text        not null check (state in ('OFFERED', 'ACCEPTED', 'DECLINED', 'WITHDRAWN')),
    offered_by      text        not null,
    offered_by_name text        not null,
    offered_at      timestamptz not null,
    ended_by        text        not null default '',
    ended_by_name   text        not null default '',
    ended_at        timestamptz
);

create unique index catalog_transfer_open on catalog_transfer (instance) where state = 'OFFERED';
create index catalog_transfer_to on catalog_transfer (to_team, offered_at desc);
create index catalog_transfer_from on catalog_transfer (from_team, offered_at desc);

grant select, insert, update on catalog_transfer to "${app_role}";
