-- In which environment each cluster lay when it was last seen: a cluster whose labels change moves once, on record, however
-- many replicas see it. Rows stay when a cluster goes away, so that removing and adding it again is a move too.
create table cluster_place (
    argo_cd     text        not null,
    cluster     text        not null,
    environment text        not null,
    since       timestamptz not null,
    primary key (argo_cd, cluster)
);

grant select, insert, update on cluster_place to "${app_role}";
