#!/bin/bash
# Puts iperf3 and the libraries it needs, all but glibc's, into a zip that runs wherever that glibc or a newer one is:
#   pack-iperf3.sh /usr/bin/iperf3 iperf3.zip
# The zip holds "iperf3", a wrapper to call, and "lib" with the program itself and its libraries. glibc's own are left
# out because they must match the loader of the machine they run on.
set -euo pipefail

program=$1
zip_file=$(realpath -m "$2")

# The libraries that glibc itself installs.
glibc='^(ld-linux.*|libc|libm|libmvec|libpthread|libdl|librt|libresolv|libutil|libanl|libnsl|libnss_.*|libBrokenLocale|libthread_db)\.so\.[0-9]+$'

stage=$(mktemp -d)
trap 'rm -rf "$stage"' EXIT
mkdir "$stage/lib"
install -m 755 "$program" "$stage/lib/iperf3"

needed=$(ldd "$program")
if grep -F 'not found' <<<"$needed" >&2; then
    echo "pack-iperf3: $program does not find all of its libraries here" >&2
    exit 1
fi
while read -r name arrow path _; do
    if [[ $arrow == '=>' && $path == /* && ! $name =~ $glibc ]]; then
        install -m 755 "$path" "$stage/lib/$name"
    fi
done <<<"$needed"

cat >"$stage/iperf3" <<'END_OF_WRAPPER'
#!/bin/sh
# Runs the iperf3 of this folder with the libraries of this folder. Needs nothing on the PATH.
case $0 in
    */*) here=${0%/*} ;;
    *) here=. ;;
esac
LD_LIBRARY_PATH=$here/lib exec "$here/lib/iperf3" "$@"
END_OF_WRAPPER
chmod 755 "$stage/iperf3"

rm -f "$zip_file"
cd "$stage"
zip -q -X -r "$zip_file" iperf3 lib
