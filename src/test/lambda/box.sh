#!/bin/sh
# Runs a command in surroundings like those of a function on AWS Lambda: a read-only root with the code in /var/task and
# Java in /var/lang, 512 MB in /tmp, user 993 without a home and without privileges, at most 1,024 open files and 1,024
# processes, and, where cgroups of version 1 can be created, Lambda's memory and share of a processor. Needs root on Linux.
#   box.sh CODE-FOLDER MEMORY-MB JAVA-HOME COMMAND [ARGUMENT...]
# The environment is passed on, without HOME. SIGTERM terminates everything inside.
set -eu
PATH=$PATH:/usr/sbin:/sbin # of chroot and mount, which are not on every path

if [ "$1" != --inside ]; then
    memory=$2
    box=$(mktemp -d)
    groups=''
    for controller in cpu memory; do
        group=/sys/fs/cgroup/$controller/faasnetlab-$$
        if mkdir "$group" 2>/dev/null; then groups="$groups $group"; fi
    done
    for group in $groups; do
        case $group in
            */cpu/*)
                # One processor for each 1,769 MB.
                echo 100000 >"$group/cpu.cfs_period_us"
                echo $((memory * 100000 / 1769)) >"$group/cpu.cfs_quota_us"
                ;;
            */memory/*) echo "${memory}M" >"$group/memory.limit_in_bytes" ;;
        esac
    done
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
