-- How long an instance lives, what keeps it from being deleted, and until when a deletion can be taken back. The end is
-- written down and looked for again and again, so that a portal that is down at that moment finds it later.
alter table catalog_instance
    add column expires_at      timestamptz,
    add column warn_at         timestamptz,
    add column protected       boolean     not null default false,
    add column adopted         boolean     not null default false,
    add column delete_at       timestamptz,
    add column delete_by       text        not null default '',
    add column delete_by_name  text        not null default '',
    add column delete_inputs   jsonb       not null default '{}',
    add column before_deletion text        not null default '',
    add column read_at         timestamptz,
    add column read_tried_at   timestamptz,
    add column read_problem    text        not null default '';

create index catalog_instance_expiry on catalog_instance (expires_at) where status in ('ACTIVE', 'FAILED');
create index catalog_instance_warning on catalog_instance (warn_at) where warn_at is not null;
create index catalog_instance_deletion on catalog_instance (delete_at) where delete_at is not null;
create index catalog_instance_reading on catalog_instance (provider, item, item_version, read_tried_at nulls first)
    where status in ('ACTIVE', 'EXPIRED', 'GONE');

-- What everything was before a run, so that it can be undone; and the version that an upgrade leads to, which the
-- instance takes over only when the run has ended well.
alter table catalog_run
    add column before     jsonb not null default '{}',
    add column to_version text;
