#!/bin/bash
# Runs when an EC2 instance starts for the first time: writes the files of this folder and runs boot.sh. The template
# prepends its settings, which are the variables described in boot.sh. A line that begins with #include is replaced by
# the named file.
FILES=/opt/faasnetlab
mkdir -p "$FILES"
cat >"$FILES/iperf3@.service" <<'END_OF_FILE'
#include iperf3@.service
END_OF_FILE
cat >"$FILES/echo.service" <<'END_OF_FILE'
#include echo.service
END_OF_FILE
cat >"$FILES/echo.py" <<'END_OF_FILE'
#include echo.py
END_OF_FILE
cat >"$FILES/lease.sh" <<'END_OF_FILE'
#include lease.sh
END_OF_FILE
cat >"$FILES/pack-iperf3.sh" <<'END_OF_FILE'
#include pack-iperf3.sh
END_OF_FILE
#include boot.sh
