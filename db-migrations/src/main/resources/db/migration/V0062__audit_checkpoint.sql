-- Signed checkpoints. A chain inside a database can be computed anew by whoever owns the database; a signature over its
-- head that lies elsewhere cannot. The table is the portal's own copy and the queue of what is still to be taken out.
create table audit_checkpoint (
    seq       bigint      not null primary key check (seq > 0),
    hash      bytea       not null check (length(hash) = 32),
    at        timestamptz not null,
    key_id    text        not null,
    signature text        not null
);

create trigger audit_checkpoint_no_change before update or delete on audit_checkpoint
    for each row execute function audit_entry_is_final();
create trigger audit_checkpoint_no_truncate before truncate on audit_checkpoint
    for each statement execute function audit_entry_is_final();

-- How far each place outside has been told.
create table audit_anchor (
    target  text   not null primary key,
    seq     bigint not null default 0,
    at      timestamptz,
    trouble text   not null default ''
);

-- What the last look at the chain found: one row, so that a page can show it without a look of its own.
create table audit_check (
    one            boolean     not null primary key default true check (one),
    verified_up_to bigint      not null,
    head           text        not null,
    first_broken   bigint,
    sentence       text        not null,
    checked_at     timestamptz not null
);

grant select, insert on audit_checkpoint to "${app_role}";
grant select, insert, update on audit_anchor, audit_check to "${app_role}";
