#!/bin/bash
# Makes the passwords that compose.yml asks for, each in a file of its own; leaves alone what is there.
set -eu
cd "$(dirname "$0")"
# The folder is closed to others; the files in it must be readable by the users inside the containers.
mkdir -p secrets && chmod 0700 secrets
umask 022
for name in mongo-root-password mongo-app-password broker-password; do
  [ -s "secrets/$name" ] || openssl rand -hex 32 | tr -d '\n' > "secrets/$name"
done
[ -s secrets/mongo-keyfile ] || openssl rand -base64 756 > secrets/mongo-keyfile
# The broker's users: the hub, and later one line "CODE = password" for each agency with a gateway.
[ -s secrets/broker-users ] || printf '@hub = %s\n' "$(cat secrets/broker-password)" > secrets/broker-users
echo "docker/secrets is complete. Keep a copy where the backups of the database are not."
