#!/bin/bash
# Runs once, when the database container starts on an empty volume: the same three roles that the embedded server has.
set -euo pipefail

psql --username postgres --dbname cooperator --set ON_ERROR_STOP=1 \
  --set owner="$OWNER_PASSWORD" --set app="$APP_PASSWORD" --set relay="$RELAY_PASSWORD" <<'SQL'
CREATE ROLE cooperator_owner LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS PASSWORD :'owner';
CREATE ROLE cooperator_app   LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS PASSWORD :'app';
CREATE ROLE cooperator_relay LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS PASSWORD :'relay';
ALTER DATABASE cooperator OWNER TO cooperator_owner;
REVOKE ALL ON DATABASE cooperator FROM PUBLIC;
GRANT CONNECT ON DATABASE cooperator TO cooperator_app, cooperator_relay;
SQL
