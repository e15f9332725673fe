-- A team's instances of an item with a quota sit on numbered seats, and no seat is taken twice: of two orders for the
-- last one the schema lets one through. An instance beyond the quota, which somebody approved, has no seat.
alter table catalog_instance add column quota_seat int check (quota_seat > 0);

create unique index catalog_instance_seat on catalog_instance (provider, item, team, quota_seat)
    where quota_seat is not null and status not in ('DELETED', 'GONE');

-- Who moves to another team, or comes back, leaves the seat: it may be taken there.
create function leave_quota_seat() returns trigger language plpgsql as $$
begin
    new.quota_seat := null;
    return new;
end
$$;

create trigger catalog_instance_leaves_seat before update of team, status on catalog_instance for each row
    when (old.quota_seat is not null and (new.team <> old.team
        or (old.status in ('DELETED', 'GONE') and new.status not in ('DELETED', 'GONE'))))
    execute function leave_quota_seat();
