-- Which promotion another one rolls back. The way back of a promotion that still runs waits until that one has been stopped.
create table promotion_rollback (
    promotion   uuid primary key references promotion,
    rollback_of uuid not null references promotion,
    application text not null
);

create index promotion_rollback_of on promotion_rollback (rollback_of);

grant select, insert on promotion_rollback to "${app_role}";
