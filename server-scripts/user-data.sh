#!/bin/bash
# What an EC2 instance runs when it starts for the first time: lays down the files of this folder and runs boot.sh. The
# template puts its settings, variables that boot.sh explains, in front of it. Lines that begin with #include stand for
# the file they name.
FILES=/opt/faasnetlab
mkdir -p "$FILES"
cat >"$FILES/iperf3@.service" <<'END_OF_FILE'
#include iperf3@.service
END_OF_FILE
cat >"$FILES/pack-iperf3.sh" <<'END_OF_FILE'
#include pack-iperf3.sh
END_OF_FILE
#include boot.sh
