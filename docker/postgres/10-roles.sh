#!/bin/sh
# The lesser role that the portal works with; the owner of the database migrates the schema.
set -eu
psql -v ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" --set=secret="$TIPHYS_APP_PASSWORD" <<'SQL'
create role tiphys_app login password :'secret';
SQL
