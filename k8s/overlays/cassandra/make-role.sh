#!/bin/sh
# Makes the role of the Secret the only one of Cassandra, and ends as soon as that role can log in: Jaeger starts then, not before.
# It may run any number of times. Cassandra's own first role, cassandra with password cassandra, cannot log in afterwards.
set -eu
: "${CASSANDRA_HOST:?}" "${CASSANDRA_USERNAME:?}" "${CASSANDRA_PASSWORD:?}"
case $CASSANDRA_USERNAME$CASSANDRA_PASSWORD in
  *[!A-Za-z0-9._-]*)
    echo "username and password of the Secret may have letters, digits, '.', '_' and '-' only: they become part of a statement." >&2
    exit 1
    ;;
esac
# The one place that may be written to; cqlsh wants a home.
work=${TMPDIR:-/tmp}
export HOME="$work"
umask 077

# $1 user, $2 password; the statement comes by stdin, so that no password is among the arguments of a process.
cql_as() {
  printf '[PlainTextAuthProvider]\nusername = %s\npassword = %s\n' "$1" "$2" > "$work/credentials"
  cqlsh --credentials "$work/credentials" --connect-timeout 10 "$CASSANDRA_HOST" "${CASSANDRA_PORT:-9042}"
}

until echo "ALTER ROLE cassandra WITH SUPERUSER = false AND LOGIN = false;" | cql_as "$CASSANDRA_USERNAME" "$CASSANDRA_PASSWORD"; do
  echo "The role $CASSANDRA_USERNAME cannot log in yet: Cassandra is starting, or has it still to be made."
  echo "CREATE ROLE IF NOT EXISTS '$CASSANDRA_USERNAME' WITH SUPERUSER = true AND LOGIN = true AND PASSWORD = '$CASSANDRA_PASSWORD';" |
    cql_as cassandra cassandra || sleep 2
done
rm -f "$work/credentials"
echo "The role $CASSANDRA_USERNAME can log in."
