-- What a person is told about their sessions, and by which the provider ends them (`sid`). The row outlives the session
-- of Spring by some minutes at most: what is not in spring_session is over.
create table signed_in_session (
    id         uuid        not null primary key,
    session_id text        not null unique,
    subject    text        not null,
    username   text        not null,
    name       text        not null,
    sid        text,
    started_at timestamptz not null,
    user_agent text        not null,
    address    text        not null
);

create index signed_in_session_subject on signed_in_session (subject);
create index signed_in_session_sid on signed_in_session (sid);

grant select, insert, update, delete on signed_in_session to "${app_role}";
