-- What became of each wave and target, one small row for each change, so that a promotion can be watched again. An empty
-- application means the wave itself.
create table promotion_event (
    promotion   uuid        not null references promotion,
    position    int         not null,
    at          timestamptz not null,
    wave        text        not null,
    application text        not null,
    phase       text        not null,
    step        text        not null,
    reason      text        not null,
    attempt     int         not null,
    primary key (promotion, position)
);

grant select, insert on promotion_event to "${app_role}";
