-- What names a person stands aside, so that it can be erased on demand while the chain still verifies: an entry of format
-- 2 carries the salted hash of it instead. Without the salt the hash says nothing. An entry of format 1 has the name itself.
alter table audit_entry
    alter column actor_name drop not null,
    add column format   smallint not null default 1,
    add column personal bytea check (length(personal) = 32),
    add constraint audit_entry_format check (case format
        when 1 then actor_name is not null and personal is null
        when 2 then actor_name is null and personal is not null
        else false end);

create table audit_personal (
    seq       bigint not null primary key references audit_entry (seq),
    subject   text   not null,
    salt      bytea check (length(salt) = 32),
    name      text,
    address   text,
    agent     text,
    erased_at timestamptz,
    constraint audit_personal_erased check (case when erased_at is null
        then salt is not null and name is not null
        else salt is null and name is null and address is null and agent is null end)
);

create index audit_personal_name on audit_personal (lower(name), subject) where name is not null;
create index audit_personal_subject on audit_personal (subject) where erased_at is null;

-- The only change there is: once, to nothing.
create function audit_personal_is_only_erased() returns trigger language plpgsql as $$
begin
    if tg_op <> 'UPDATE' then
        raise exception 'The audit log is append-only: % is refused.', tg_op;
    end if;
    if new.seq <> old.seq or new.subject <> old.subject or old.erased_at is not null or new.erased_at is null then
        raise exception 'What the audit log knows of a person can be erased, and not changed.';
    end if;
    return new;
end
$$;

create trigger audit_personal_no_change before update or delete on audit_personal
    for each row execute function audit_personal_is_only_erased();
create trigger audit_personal_no_truncate before truncate on audit_personal
    for each statement execute function audit_personal_is_only_erased();

grant select, insert, update (salt, name, address, agent, erased_at) on audit_personal to "${app_role}";
