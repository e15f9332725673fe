-- The audit log: rows are only ever added. Each row's hash covers the row and the hash before it, so that a changed or
-- missing row shows. The sequence comes from one locked head row and not from a database sequence, which leaves gaps.
create table audit_entry (
    seq           bigint      not null primary key check (seq > 0),
    at            timestamptz not null,
    code          text        not null,
    outcome       text        not null check (outcome in ('DONE', 'REFUSED', 'FAILED')),
    actor_subject text        not null,
    actor_name    text        not null,
    actor_via     text        not null,
    target_kind   text        not null,
    target_id     text        not null,
    from_value    text,
    to_value      text,
    reason        text,
    request_id    text,
    plan_hash     text,
    prev_hash     bytea       not null check (length(prev_hash) = 32),
    hash          bytea       not null check (length(hash) = 32)
);

create index audit_entry_at on audit_entry (at);
create index audit_entry_target on audit_entry (target_kind, target_id, seq);
create index audit_entry_actor on audit_entry (actor_subject, seq);
create index audit_entry_code on audit_entry (code text_pattern_ops, seq);

-- One row, always: the lock on it orders the writers.
create table audit_head (
    one  boolean not null primary key default true check (one),
    seq  bigint  not null,
    hash bytea   not null check (length(hash) = 32)
);

insert into audit_head (seq, hash) values (0, decode(repeat('00', 32), 'hex'));

create function audit_entry_is_final() returns trigger language plpgsql as $$
begin
    raise exception 'The audit log is append-only: % is refused.', tg_op;
end
$$;

create trigger audit_entry_no_change before update or delete on audit_entry
    for each row execute function audit_entry_is_final();
create trigger audit_entry_no_truncate before truncate on audit_entry
    for each statement execute function audit_entry_is_final();

-- The head moves by one, to a row that exists in the same transaction.
create function audit_head_moves_by_one() returns trigger language plpgsql as $$
begin
    if new.seq <> old.seq + 1
            or not exists (select from audit_entry e where e.seq = new.seq and e.hash = new.hash
                                                       and e.prev_hash = old.hash) then
        raise exception 'The head of the audit log moves from one entry to the next only.';
    end if;
    return new;
end
$$;

create trigger audit_head_step before update on audit_head
    for each row execute function audit_head_moves_by_one();

grant select, insert on audit_entry to "${app_role}";
grant select, update on audit_head to "${app_role}";
