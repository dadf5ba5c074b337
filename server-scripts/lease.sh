#!/bin/bash
# Terminates the server at the end of its lease, which the tag faasnetlab:lease-end of the instance can extend:
#   lease.sh END
# END and the tag's value are seconds since 1970. Reads the tag every minute, from the metadata of the instance. If the
# tag cannot be read, or this script is killed, the shutdown that was scheduled last takes place.
end=$1
metadata=${METADATA:-http://169.254.169.254}/latest

tag() {
    local token
    token=$(curl -sS -f --max-time 10 -X PUT -H 'X-aws-ec2-metadata-token-ttl-seconds: 60' "$metadata/api/token") \
        && curl -sS -f --max-time 10 -H "X-aws-ec2-metadata-token: $token" \
            "$metadata/meta-data/tags/instance/faasnetlab:lease-end"
}

while :; do
    later=$(tag 2>/dev/null)
    if [[ $later =~ ^[0-9]{10}$ && $later -gt $end ]]; then
        end=$later
        # Nobody can sign in to see it.
        echo "faasnetlab: the lease ends at $end" >"${CONSOLE:-/dev/console}"
    fi
    minutes=$(((end - $(date +%s)) / 60))
    shutdown --no-wall -h "+$((minutes > 0 ? minutes : 0))"
    sleep "${LEASE_POLL:-60}" || exit
done
