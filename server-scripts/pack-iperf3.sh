#!/bin/bash
# Packs iperf3 and its libraries, except those of glibc, into a zip file that runs with this version of glibc or a newer
# one:
#   pack-iperf3.sh /usr/bin/iperf3 iperf3.zip
# The zip file contains the wrapper "iperf3", which is the program to call, and "lib" with the real program and its
# libraries. Those of glibc are excluded because they must match the loader of the machine on which they run.
set -euo pipefail

program=$1
zip_file=$(realpath -m "$2")

# The libraries of glibc.
glibc='^(ld-linux.*|libc|libm|libmvec|libpthread|libdl|librt|libresolv|libutil|libanl|libnsl|libnss_.*|libBrokenLocale|libthread_db)\.so\.[0-9]+$'

stage=$(mktemp -d)
trap 'rm -rf "$stage"' EXIT
mkdir "$stage/lib"
install -m 755 "$program" "$stage/lib/iperf3"

needed=$(ldd "$program")
if grep -F 'not found' <<<"$needed" >&2; then
    echo "pack-iperf3: some libraries of $program are missing" >&2
    exit 1
fi
while read -r name arrow path _; do
    if [[ $arrow == '=>' && $path == /* && ! $name =~ $glibc ]]; then
        install -m 755 "$path" "$stage/lib/$name"
    fi
done <<<"$needed"

cat >"$stage/iperf3" <<'END_OF_WRAPPER'
#!/bin/sh
# Runs the iperf3 in this folder with the libraries in this folder. Needs nothing on the PATH.
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
