-- Who was erased is called by a number from then on, wherever they were named; ids stay.
create table erased_person (
    subject text not null primary key,
    number  int  not null generated always as identity
);

grant select, insert on erased_person to "${app_role}";

-- Erasing a name changes what is history otherwise, and nothing but the name.
grant update (who, why) on promotion_transition to "${app_role}";
grant update (by_name, words) on approval_step to "${app_role}";
grant update (name, for_name) on approval_vote to "${app_role}";

create or replace function approval_request_is_decided_once() returns trigger language plpgsql as $$
begin
    if old.state <> 'OPEN' and (new.state <> old.state or new.closed_at <> old.closed_at
            or new.broken_by is distinct from old.broken_by) then
        raise exception 'Approval request % is %: what was decided stays.', old.id, old.state;
    end if;
    if new.plan_hash <> old.plan_hash or new.policy <> old.policy or new.requester <> old.requester then
        raise exception 'Approval request %: what was asked stays.', old.id;
    end if;
    if new.wish <> old.wish and (new.wish::jsonb #- '{requester,name}') <> (old.wish::jsonb #- '{requester,name}') then
        raise exception 'Approval request %: what was asked stays.', old.id;
    end if;
    return new;
end
$$;
