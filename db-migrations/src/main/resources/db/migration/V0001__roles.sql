-- Two roles: the owner of the schema, which only Flyway uses, and the lesser role the portal works with. Every later
-- migration grants that role exactly what the portal does with the table, so a table without a grant is out of reach.
do $$
begin
    if not exists (select from pg_roles where rolname = '${app_role}') then
        raise exception 'The database role "${app_role}" does not exist. Create it (create role "${app_role}" login password ...), '
            'or name another one in spring.flyway.placeholders.app_role.';
    end if;
end
$$;

revoke create on schema public from public;
grant usage on schema public to "${app_role}";
