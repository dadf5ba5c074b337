#!/bin/sh
# Builds sandbox/main.go inside a copy of AWS's Runtime Interface Emulator, which comes from the Go module proxy, with its
# checksum from the checksum database. A Go older than the emulator needs fetches a newer one from the same proxy.
#   build.sh FOLDER    writes FOLDER/lambda-sandbox, unless it was built from the same sources before
set -eu

module=github.com/aws/aws-lambda-runtime-interface-emulator
version=v0.0.0-20261030222936-bef5c4ba774d
compiler=1.26.6

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
mkdir -p "$1"
folder=$(CDPATH='' cd -- "$1" && pwd)
# The start script runs it before the tests, which then wait until it ends.
exec 9>"$folder/lock"
flock 9
sources=$(cat "$here/build.sh" "$here/sandbox/main.go" | cksum)
[ ! -x "$folder/lambda-sandbox" ] || [ "$(cat "$folder/built.txt" 2>/dev/null)" != "$sources" ] || exit 0
export GOFLAGS=-buildvcs=false GOTOOLCHAIN=auto CGO_ENABLED=0
work=$(mktemp -d)
trap 'chmod -R u+w "$work"; rm -rf "$work"' EXIT
cd "$work"
printf 'module work\n' >go.mod

# Downloads a module and prints its folder.
download() { go mod download -json "$1@$2" | sed -n 's/^\t"Dir": "\(.*\)",*$/\1/p'; }

go=go
case $(go version) in
    *' go1.1'[0-9]* | *' go1.20'*)
        # These versions do not fetch other ones by themselves, and do not make the files of a module executable.
        tools=$(download golang.org/toolchain "v0.0.1-go$compiler.$(go env GOOS)-$(go env GOARCH)")
        cp -R "$tools" "$work/go"
        chmod -R u+w "$work/go"
        chmod +x "$work/go/bin/"* "$work/go/pkg/tool/"*/*
        go=$work/go/bin/go
        unset GOROOT
        GOTOOLCHAIN=local
        ;;
esac

cp -R "$(download $module $version)" "$work/emulator"
chmod -R u+w "$work/emulator"
mkdir -p "$work/emulator/cmd/lambda-sandbox"
cp "$here/sandbox/main.go" "$work/emulator/cmd/lambda-sandbox"
cd "$work/emulator"
"$go" build -trimpath -ldflags '-s -w' -o "$folder/lambda-sandbox" ./cmd/lambda-sandbox
echo "$sources" >"$folder/built.txt"
