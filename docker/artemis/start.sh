#!/bin/bash
# Makes the broker's instance once, and puts our configuration into it at every start.
set -eu
cd /var/lib/artemis-instance
if [ ! -f bin/artemis ]; then
  /opt/activemq-artemis/bin/artemis create --silent --require-login --no-autotune \
    --user '@hub' --password "$(cat /run/secrets/broker-password)" --role hub .
fi
# Artemis lets its cluster user past every check: give it a password that nobody knows.
secret=$(od -An -N32 -tx1 /dev/urandom | tr -d ' \n')
sed "s/@cluster-password@/$secret/" /tsunagi/broker.xml > etc/broker.xml
chmod 0600 etc/broker.xml
cp /run/secrets/broker-users etc/artemis-users.properties
cp /tsunagi/artemis-roles.properties etc/artemis-roles.properties
exec bin/artemis run
