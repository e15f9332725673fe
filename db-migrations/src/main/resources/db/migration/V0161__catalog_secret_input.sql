-- Secrets that people typed into forms. Only the name of the Kubernetes Secret is here, never what is in it. Whoever
-- filled it in may use it once, for one instance; what nobody used is taken away again, as is what the instance leaves.
create table catalog_secret_input (
    name       text primary key,
    provider   text        not null,
    namespace  text        not null,
    owner      text        not null,
    instance   uuid references catalog_instance,
    created_at timestamptz not null
);

create index catalog_secret_input_instance on catalog_secret_input (instance);

grant select, insert, update, delete on catalog_secret_input to "${app_role}";
