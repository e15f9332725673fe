-- A control plane shows fifty of fifty thousand instances, in any order and by any word. How the last run went, the words
-- to search in, a key for each value to sort by and the time that an instance was there are kept beside it; triggers see
-- to that, whoever writes the runs. pg_trgm comes with PostgreSQL, and the owner of a database may switch it on.
create extension if not exists pg_trgm;

-- Sorts as people do: pet 9 before pet 10.
create function catalog_sort_key(value text) returns text language sql immutable strict parallel safe as $$
    select regexp_replace(regexp_replace(lower(left(value, 120)), '(\d+)', '000000000000\1', 'g'),
        '\d*(\d{12})(?!\d)', '\1', 'g') collate "C"
$$;

alter table catalog_instance
    add column last_action      text    not null default 'adopt',
    add column last_phase       text    not null default 'SUCCEEDED',
    add column last_reason      text    not null default '',
    add column last_position    int     not null default -1,
    add column sort_name        text    collate "C" not null default '',
    add column words            text    not null default '',
    add column provisioned_at   timestamptz,
    add column ended_at         timestamptz,
    add column requester_erased boolean not null default false;

-- What an instance's columns may show, one row for each output or, where there is none, input.
create table catalog_cell (
    instance uuid not null references catalog_instance,
    provider text not null,
    item     text not null,
    name     text not null,
    sort_key text collate "C" not null,
    primary key (instance, name)
);

create function catalog_instance_words() returns trigger language plpgsql as $$
begin
    if tg_op = 'INSERT' or (new.name, new.team, new.inputs, new.outputs)
            is distinct from (old.name, old.team, old.inputs, old.outputs) then
        new.sort_name := catalog_sort_key(new.name);
        new.words := lower(new.name || ' ' || new.team || ' '
            || coalesce((select string_agg(value, ' ') from jsonb_each_text(new.inputs || new.outputs)), ''));
    end if;
    if new.status = 'ACTIVE' and new.provisioned_at is null then
        new.provisioned_at := new.changed_at;
    end if;
    if new.status not in ('DELETED', 'GONE') then
        new.ended_at := null;
    elsif new.ended_at is null then
        new.ended_at := new.changed_at;
    end if;
    return new;
end $$;
create trigger catalog_instance_words before insert or update on catalog_instance
    for each row execute function catalog_instance_words();

create function catalog_instance_cells() returns trigger language plpgsql as $$
begin
    insert into catalog_cell (instance, provider, item, name, sort_key)
    select new.id, new.provider, new.item, key, catalog_sort_key(value)
    from jsonb_each_text(new.inputs || new.outputs) where value <> ''
    on conflict (instance, name) do update set sort_key = excluded.sort_key
        where catalog_cell.sort_key <> excluded.sort_key;
    delete from catalog_cell where instance = new.id
        and coalesce((new.inputs || new.outputs) ->> name, '') = '';
    return null;
end $$;
create trigger catalog_instance_cells after insert or update of inputs, outputs on catalog_instance
    for each row execute function catalog_instance_cells();

create function catalog_run_is_last() returns trigger language plpgsql as $$
begin
    update catalog_instance set last_action = new.action, last_phase = new.phase, last_reason = new.reason,
        last_position = new.position where id = new.instance and last_position <= new.position;
    return null;
end $$;
create trigger catalog_run_is_last after insert or update of phase, reason on catalog_run
    for each row execute function catalog_run_is_last();

update catalog_instance i set last_action = r.action, last_phase = r.phase, last_reason = r.reason,
    last_position = r.position
from (select distinct on (instance) * from catalog_run order by instance, position desc) r where r.instance = i.id;
update catalog_instance i set provisioned_at = r.finished_at
from catalog_run r where r.instance = i.id and r.action = 'create' and r.phase = 'SUCCEEDED';
update catalog_instance set inputs = inputs, sort_name = catalog_sort_key(name), words = lower(name || ' ' || team || ' '
    || coalesce((select string_agg(value, ' ') from jsonb_each_text(inputs || outputs)), ''));

-- One index for each order of the table, one for the counts above it, one for words, and one for what went wrong.
create index catalog_instance_by_name on catalog_instance (provider, item, sort_name, id) where status <> 'DELETED';
create index catalog_instance_by_owner on catalog_instance (provider, item, team, id) where status <> 'DELETED';
create index catalog_instance_by_status on catalog_instance (provider, item, status, id) where status <> 'DELETED';
create index catalog_instance_by_age on catalog_instance (provider, item, created_at, id) where status <> 'DELETED';
create index catalog_instance_counted on catalog_instance (provider, item, team, status, last_phase, requester)
    where status <> 'DELETED';
create index catalog_instance_worded on catalog_instance using gin (words gin_trgm_ops);
create index catalog_instance_troubled on catalog_instance (provider, item, team, changed_at)
    where last_phase = 'FAILED' and status <> 'DELETED';
create index catalog_instance_requested on catalog_instance (requester);
create index catalog_cell_sorted on catalog_cell (provider, item, name, sort_key, instance);
create index catalog_run_waiting on catalog_run (namespace, created_at) where phase not in ('SUCCEEDED', 'FAILED');
create index catalog_run_provisioned on catalog_run (namespace, template, created_at)
    where action = 'create' and phase = 'SUCCEEDED';

grant select, insert, update, delete on catalog_cell to "${app_role}";
