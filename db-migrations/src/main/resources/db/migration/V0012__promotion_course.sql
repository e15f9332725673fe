-- How far each wave and each target has come, as the workflow told it last.
create table promotion_wave (
    promotion     uuid not null references promotion,
    name          text not null,
    position      int  not null,
    phase         text not null check (phase in ('LATER', 'WAITING', 'RUNNING', 'SUCCEEDED', 'FAILED', 'ABORTED')),
    gate_node     text not null,
    waiting_since timestamptz,
    started_at    timestamptz,
    finished_at   timestamptz,
    primary key (promotion, name)
);

create table promotion_target (
    promotion   uuid not null references promotion,
    application text not null,
    wave        text not null,
    position    int  not null,
    phase       text not null check (phase in ('LATER', 'RUNNING', 'ASKS', 'SUCCEEDED', 'SKIPPED', 'FAILED')),
    step        text not null,
    reason      text not null,
    pod         text not null,
    ask_node    text not null,
    attempt     int  not null,
    since       timestamptz,
    started_at  timestamptz,
    finished_at timestamptz,
    primary key (promotion, application)
);

grant select, insert, update on promotion_wave to "${app_role}";
grant select, insert, update on promotion_target to "${app_role}";
