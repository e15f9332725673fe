-- What was archived: the last entry of each archive, for which a signed checkpoint exists. From there on the chain
-- verifies without the entries before. Only the owner can write here, and only entries that an archive covers can be
-- removed at all.
create table audit_archive (
    seq     bigint      not null primary key references audit_checkpoint (seq),
    at      timestamptz not null,
    entries bigint      not null check (entries > 0),
    file    text        not null,
    sha256  text        not null check (length(sha256) = 64)
);

create trigger audit_archive_no_change before update or delete on audit_archive
    for each row execute function audit_entry_is_final();
create trigger audit_archive_no_truncate before truncate on audit_archive
    for each statement execute function audit_entry_is_final();

create function audit_entry_was_archived() returns trigger language plpgsql as $$
begin
    if not exists (select from audit_archive a where a.seq >= old.seq) then
        raise exception 'The audit log is append-only: % is refused.', tg_op;
    end if;
    return old;
end
$$;

drop trigger audit_entry_no_change on audit_entry;
create trigger audit_entry_no_change before update on audit_entry
    for each row execute function audit_entry_is_final();
create trigger audit_entry_no_removal before delete on audit_entry
    for each row execute function audit_entry_was_archived();

drop trigger audit_personal_no_change on audit_personal;
create trigger audit_personal_no_change before update on audit_personal
    for each row execute function audit_personal_is_only_erased();
create trigger audit_personal_no_removal before delete on audit_personal
    for each row execute function audit_entry_was_archived();

grant select on audit_archive to "${app_role}";
