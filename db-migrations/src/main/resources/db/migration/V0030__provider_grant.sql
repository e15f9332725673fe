-- By what the portal asks the identity provider about somebody who is not signing in at that moment. Tokens are encrypted
-- with a key that is not in the database; `leased_until` lets one replica ask at a time, since a refresh token is good
-- once.
create table provider_grant (
    subject           text        not null primary key,
    access_token      bytea       not null,
    access_expires_at timestamptz,
    refresh_token     bytea,
    stored_at         timestamptz not null,
    leased_until      timestamptz
);

grant select, insert, update, delete on provider_grant to "${app_role}";

-- That the provider no longer vouches for somebody; a new sign-in takes it back.
alter table known_person
    add column refused_at  timestamptz,
    add column refused_why text;
