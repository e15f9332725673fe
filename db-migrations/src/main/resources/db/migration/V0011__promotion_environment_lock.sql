-- One promotion at a time in each environment of a service. The lock is let go as soon as that environment's wave has
-- ended, so that a promotion which waits for days before production does not keep the next version from dev.
create table promotion_environment (
    promotion   uuid not null references promotion,
    service     text not null,
    environment text not null,
    active      boolean not null,
    primary key (promotion, environment)
);

create unique index promotion_environment_one_at_a_time on promotion_environment (service, environment) where active;

grant select, insert, update on promotion_environment to "${app_role}";
