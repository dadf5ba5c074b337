#!/bin/bash
# Turns an EC2 instance with Amazon Linux 2023 into an iperf3 server with one service for each port. The instance can
# reach only S3 (through a gateway endpoint), which hosts the packages, the testbed's bucket and the signal URL. Runs
# once, as root, as user data. The settings below must be set, and the other files of this folder must be in FILES.
# Failures are signalled with their reason, so that the stack's events show it; all but those of the echo server, without
# which everything but latency can be measured.
set -uo pipefail

: "${FILES:?folder with the other files}"
: "${LEASE_MINUTES:?minutes from now until the server terminates itself}"
: "${FIRST_PORT:?first iperf3 port}" "${LAST_PORT:?last iperf3 port}"
: "${ECHO_PORT:?UDP port of the echo server}" "${PROBE_KEY:?key of latency probes, in hex}"
: "${SIGNAL_URL:?presigned URL for the signal}"
REGION=${REGION:-}
UPLOAD_BUCKET=${UPLOAD_BUCKET:-} # bucket for the iperf3 zip file; if empty, no zip file is created
UPLOAD_KEY=${UPLOAD_KEY:-}
USER_NAME=${USER_NAME:-} # user allowed by iperf3; if empty, everyone allowed by the security group
USER_HASH=${USER_HASH:-} # SHA-256 of "{user}password", in hex
ROOT=${ROOT:-} # prefix of all paths to which the script writes
METADATA=${METADATA:-http://169.254.169.254}
PAUSE=${PAUSE:-5} # seconds between two attempts

log=$(mktemp)
address=unknown
facts=

# The signal is one line of JSON: removes the characters that would end a string in it.
plain() { # maximum length, text
    local text
    text=$(printf '%s' "$2" | tr '\n\t' '  ' | tr -d '\042\134' | tr -cd '[:print:]')
    printf '%s' "${text:0:$1}"
}

signal() { # status, reason
    local body
    body=$(printf '{"Status":"%s","Reason":"%s","UniqueId":"%s","Data":"%s"}' \
        "$1" "$(plain 400 "$2")" "$address" "$(plain 1000 "$facts")")
    # The URL was presigned without a content type.
    curl -sS -f -X PUT -H 'Content-Type:' --retry 8 --retry-all-errors --max-time 30 \
        --data-binary "$body" "$SIGNAL_URL"
}

do_step() { # description, command
    local what=$1
    shift
    echo "$what"
    if ! "$@" >"$log" 2>&1; then
        cat "$log" >&2
        signal FAILURE "The server could not $what: $(grep -v '^ *$' "$log" | tail -n 1)"
        exit 1
    fi
    cat "$log"
}

# A reboot cancels a scheduled shutdown, so each boot schedules one for the rest of the lease.
begin_lease() {
    local per_boot=$ROOT/var/lib/cloud/scripts/per-boot
    mkdir -p "$per_boot" || return
    cat >"$per_boot/end-of-lease" <<END_OF_SCRIPT || return
#!/bin/bash
exec systemd-run --unit=faasnetlab-lease bash "$FILES/lease.sh" $(($(date +%s) + LEASE_MINUTES * 60))
END_OF_SCRIPT
    # Should the service not start, the first shutdown is scheduled nevertheless.
    chmod 755 "$per_boot/end-of-lease" && shutdown -h "+$LEASE_MINUTES" && "$per_boot/end-of-lease"
}

metadata() {
    curl -sS -f --retry 5 --max-time 10 -H "X-aws-ec2-metadata-token: $token" "$METADATA/latest/meta-data/$1"
}

find_address() {
    local kind=local-ipv4
    [[ -z $USER_NAME ]] || kind=public-ipv4
    token=$(curl -sS -f --retry 5 --max-time 10 -X PUT -H 'X-aws-ec2-metadata-token-ttl-seconds: 300' \
        "$METADATA/latest/api/token") && address=$(metadata "$kind")
}

install_packages() {
    local try
    for try in 1 2 3 4 5; do
        dnf install -y -q iperf3 zip openssl && return
        sleep "$((try * PAUSE))"
    done
    return 1
}

configure_iperf3() {
    local options='' help version
    local folder=$ROOT/etc/faasnetlab
    id iperf3 || useradd --system --no-create-home --shell /sbin/nologin iperf3 || return
    mkdir -p "$folder" || return
    # A lost client would block its server: for two minutes (iperf3's own limit) if the server receives, for a quarter
    # of an hour (the kernel's limit) if it sends. 5 retransmissions take 13 seconds.
    sysctl -q -w net.ipv4.tcp_retries2=5 || return
    # Stored completely before it is searched: a reader that stops at the first match would break the writer's pipe.
    help=$(iperf3 --help 2>&1)
    if [[ $help == *--rcv-timeout* ]]; then
        options='--rcv-timeout 15000'
    fi
    if [[ -n $USER_NAME ]]; then
        if [[ $help != *--authorized-users-path* ]]; then
            echo 'This iperf3 does not support authentication'
            return 1
        fi
        openssl genrsa -out "$folder/private.pem" 2048 || return
        printf '%s,%s\n' "$USER_NAME" "$USER_HASH" >"$folder/users.csv" || return
        chown iperf3 "$folder/private.pem" "$folder/users.csv" || return
        chmod 400 "$folder/private.pem" "$folder/users.csv" || return
        options+=" --rsa-private-key-path /etc/faasnetlab/private.pem"
        options+=" --authorized-users-path /etc/faasnetlab/users.csv"
        # The body of the public key's PEM file, on one line.
        facts=$(openssl rsa -in "$folder/private.pem" -pubout | grep -v -e '^-' | tr -d '\n') || return
    else
        version=$(iperf3 --version) || return
        facts=${version%%$'\n'*}
        [[ $help != *--authorized-users-path* ]] || facts+=' with authentication'
    fi
    printf 'IPERF3_OPTIONS=%s\n' "$options" >"$folder/iperf3.env"
}

# What decides about the server's network, after what is signalled already. A fact that the system does not provide is
# left out. All servers together may signal 4,096 bytes.
describe_system() {
    local name value
    while read -r name value; do
        [[ -z $value ]] || facts+="|$name=${value:0:64}"
    done <<END_OF_FACTS
os.version $(uname -r)
cpu.model $(lscpu | sed -n 's/^Model name: *//p')
machine.virtual $(systemd-detect-virt)
net.mtu $(cat /sys/class/net/e*/mtu)
net.qdisc $(sysctl -n net.core.default_qdisc)
tcp.congestion $(sysctl -n net.ipv4.tcp_congestion_control)
tcp.rmem $(sysctl -n net.ipv4.tcp_rmem)
tcp.wmem $(sysctl -n net.ipv4.tcp_wmem)
END_OF_FACTS
}

start_servers() {
    local units
    install -D -m 644 "$FILES/iperf3@.service" "$ROOT/etc/systemd/system/iperf3@.service" || return
    mapfile -t units < <(seq -f 'iperf3@%.0f.service' "$FIRST_PORT" "$LAST_PORT")
    systemctl daemon-reload && systemctl enable --now "${units[@]}"
}

# The most that functions with a port each can send: a probe every 5 ms.
start_echo_server() {
    local folder=$ROOT/etc/faasnetlab ports=$((LAST_PORT - FIRST_PORT + 1))
    (umask 077 && printf %s "$PROBE_KEY" >"$folder/probe-key") || return
    printf 'ECHO_PORT=%s\nPROBES_PER_SECOND=%s\n' "$ECHO_PORT" "$((ports * 200))" >"$folder/echo.env" || return
    install -D -m 644 "$FILES/echo.service" "$ROOT/etc/systemd/system/echo.service" || return
    systemctl daemon-reload && systemctl enable --now echo.service
}

listening_ports() {
    ss -Hlnt | awk -v first="$FIRST_PORT" -v last="$LAST_PORT" \
        '{ sub(/.*:/, "", $4); if ($4 + 0 >= first && $4 + 0 <= last) seen[$4] = 1 } END { print length(seen) }'
}

wait_for_servers() {
    local wanted=$((LAST_PORT - FIRST_PORT + 1)) try
    for try in {1..30}; do
        [[ $(listening_ports) -eq $wanted ]] && return
        [[ $try -eq 30 ]] || sleep "$PAUSE"
    done
    echo "$(listening_ports) of $wanted ports are listening"
    return 1
}

upload_iperf3() {
    bash "$FILES/pack-iperf3.sh" "$(command -v iperf3)" "$FILES/iperf3.zip" \
        && aws s3api put-object --region "$REGION" --bucket "$UPLOAD_BUCKET" --key "$UPLOAD_KEY" --body "$FILES/iperf3.zip"
}

do_step 'schedule the end of its lease' begin_lease
do_step 'determine its address' find_address
do_step 'install iperf3' install_packages
do_step 'configure iperf3' configure_iperf3
do_step 'start the iperf3 services' start_servers
do_step 'open all iperf3 ports' wait_for_servers
describe_system 2>/dev/null
start_echo_server || echo 'The echo server could not be started: latency probes get no answer'
if [[ -n $UPLOAD_BUCKET ]]; then
    do_step 'upload iperf3 to the bucket' upload_iperf3
fi
signal SUCCESS "Ports $FIRST_PORT to $LAST_PORT are listening"
