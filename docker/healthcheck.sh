#!/bin/bash
# Healthy when the hub says UP (200): broker, database and routes. Needs neither curl nor wget in the image.
set -eu
exec 3<>"/dev/tcp/127.0.0.1/${SERVER_PORT:-8080}"
printf 'GET /actuator/health HTTP/1.0\r\nHost: localhost\r\n\r\n' >&3
read -r _ status _ <&3
[ "$status" = 200 ]
