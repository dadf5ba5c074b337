#!/bin/sh
# Runs a command in surroundings like those of a function on AWS Lambda: a read-only root with the code in /var/task and
# Java in /var/lang, 512 MB in /tmp, user 993 without a home and without privileges, at most 1,024 open files and 1,024
# processes, and, where control groups (version 1 or 2) can be created, Lambda's memory and share of a processor; else it
# reports it. Needs root on Linux.
#   box.sh CODE-FOLDER MEMORY-MB JAVA-HOME COMMAND [ARGUMENT...]
# The environment is passed on, without HOME. SIGTERM terminates everything inside.
set -eu
PATH=$PATH:/usr/sbin:/sbin # of chroot and mount, which are not on every path

if [ "$1" != --inside ]; then
    memory=$2
    box=$(mktemp -d)
    root=${BOX_CGROUPS:-/sys/fs/cgroup}
    groups=''
    limits=''
    quota=$((memory * 100000 / 1769)) # One processor for each 1,769 MB, in microseconds of a period of 100 ms.
    if [ -e "$root/cgroup.controllers" ]; then # version 2: one group for all controllers
        group=$root/faasnetlab-$$
        { echo '+cpu +memory' >"$root/cgroup.subtree_control"; } 2>/dev/null || true # may be set already
        if mkdir "$group" 2>/dev/null; then
            groups=$group
            if { echo "$quota 100000" >"$group/cpu.max"; } 2>/dev/null; then limits=" processor"; fi
            if { echo "${memory}M" >"$group/memory.max"; } 2>/dev/null; then limits="$limits memory"; fi
        fi
    else
        for controller in cpu memory; do
            group=$root/$controller/faasnetlab-$$
            if ! mkdir "$group" 2>/dev/null; then continue; fi
            groups="$groups $group"
            if [ "$controller" = cpu ]; then
                echo 100000 >"$group/cpu.cfs_period_us"
                echo "$quota" >"$group/cpu.cfs_quota_us"
                limits=" processor"
            else
                echo "${memory}M" >"$group/memory.limit_in_bytes"
                limits="$limits memory"
            fi
        done
    fi
    case $limits in
        ' processor memory') ;;
        *) echo "box.sh: not limited as on Lambda, because of this system's control groups; limited:${limits:- nothing}" >&2 ;;
    esac
    unshare --mount --propagation private --pid --fork --kill-child --mount-proc \
        "$0" --inside "$box" "$groups" "$@" &
    child=$!
    # Whoever changes its user loses --kill-child, so the first process inside is killed, and with it all others.
    trap 'kill -KILL $(cat "/proc/$child/task/$child/children") "$child"' TERM INT
    status=0
    wait "$child" || status=$?
    rmdir "$box"
    # shellcheck disable=SC2086 # one word for each group
    for attempt in 1 2 3 4 5; do
        if [ -z "$groups" ] || rmdir $groups 2>/dev/null; then break; fi
        sleep "0.$attempt" # the kernel removes the processes a moment later
    done
    exit "$status"
fi

box=$2
groups=$3
code=$4
java=$6
shift 6
unset HOME

mount --rbind / "$box"
mount -o remount,bind,ro "$box"
mount -t tmpfs -o size=512m,mode=1777 tmpfs "$box/tmp"
mount -t tmpfs -o size=16m,mode=755 tmpfs "$box/var"
mkdir "$box/var/task"
cp -R "$code/." "$box/var/task"
ln -s "$java" "$box/var/lang"
mount -o remount,ro "$box/var"
cd /

for group in $groups; do echo 0 >"$group/cgroup.procs"; done
exec chroot "$box" setpriv --reuid=993 --regid=990 --clear-groups --no-new-privs --bounding-set=-all \
    prlimit --nofile=1024 --nproc=1024 "$@"
