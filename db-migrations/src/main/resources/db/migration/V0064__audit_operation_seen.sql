-- The last finished operation of each Application that the portal has looked at, so that each one is judged once, by
-- whichever replica comes first, also when it ended while no portal ran. What is seen for the first time is no news.
create table audit_operation_seen (
    argo_cd     text        not null,
    application text        not null,
    started_at  timestamptz not null,
    version     text        not null,
    primary key (argo_cd, application)
);

grant select, insert, update on audit_operation_seen to "${app_role}";
