#!/usr/bin/python3
# Returns each latency probe that was made with the key of the testbed to its sender, and ignores everything else:
#   echo.py ADDRESS PORT PROBES_PER_SECOND
# Reads the key, hexadecimal text, from the file "probe-key" in CREDENTIALS_DIRECTORY. ProbeDatagram in lambda-functions
# describes the datagrams. An echo is as long as its probe, a probe is answered once, and at most so many are answered
# in a second: the server is of no use to somebody who sends from the address of another. It runs with the Python 3.9 of
# Amazon Linux 2023, without further packages. User data is limited to 16 KB, therefore it is short.
import gc
import hmac
import os
import socket
import struct
import sys
import time

# "FNLP", 0 in a probe and 1 in an echo, session, number, server time; the first bytes of their HMAC follow.
FIELDS = struct.Struct(">4sB3xqqq")
BYTES = FIELDS.size + 16
MAX_SESSIONS = 16384
# Probes that so many others of their session have overtaken are ignored; they are late by more than a second.
WINDOW = 512
# Functions that start together send their warm-up probes together.
BURST_SECONDS = 4
REPORT_NANOS = 60 * 10**9


def signed(fields, key):
    return fields + hmac.digest(key, fields, "sha256")[: BYTES - FIELDS.size]


# Remembers of each session the highest number, and as bits which of the last numbers were seen.
def is_new(sessions, session, number):
    highest, seen = sessions.get(session, (number, 0))
    if not seen and len(sessions) >= MAX_SESSIONS:
        del sessions[next(iter(sessions))]
    if number > highest:
        seen <<= min(number - highest, WINDOW)
        highest = number
    bit = 1 << min(highest - number, WINDOW)
    sessions[session] = highest, (seen | bit) % (1 << WINDOW)
    return bit >> WINDOW == 0 and not seen & bit


def serve(server, key, rate):
    sessions = {}
    counts = dict.fromkeys(["answered", "without the key", "repeated", "above the rate"], 0)
    filled = report = time.monotonic_ns()
    tokens = burst = rate * BURST_SECONDS
    while True:
        received, sender = server.recvfrom(BYTES + 1)
        now = time.monotonic_ns()
        tokens = min(burst, tokens + (now - filled) * rate / 1e9)
        filled = now
        fields = received[: FIELDS.size]
        if not fields.startswith(b"FNLP\0") or not hmac.compare_digest(received, signed(fields, key)):
            result = "without the key"
        elif not is_new(sessions, *FIELDS.unpack(fields)[2:4]):
            result = "repeated"
        elif tokens < 1:
            result = "above the rate"
        else:
            result = "answered"
            tokens -= 1
            fields = FIELDS.pack(b"FNLP", 1, *FIELDS.unpack(fields)[2:4], now)
            try:
                server.sendto(signed(fields, key), sender)
            except OSError:
                pass  # The probe counts as lost.
        counts[result] += 1
        if now >= report:
            report = now + REPORT_NANOS
            print("Latency probes:", counts)


def main():
    with open(os.environ["CREDENTIALS_DIRECTORY"] + "/probe-key") as file:
        key = bytes.fromhex(file.read())
    if len(key) < 16:
        raise ValueError("the key is shorter than 16 bytes")
    server = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    server.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 1 << 20)
    server.bind((sys.argv[1], int(sys.argv[2])))
    print("Answering latency probes on UDP port", server.getsockname()[1])
    # A collection would delay the probes that arrive meanwhile; there are no cycles to collect.
    gc.disable()
    serve(server, key, int(sys.argv[3]))


try:
    main()
except (OSError, ValueError, LookupError) as failure:
    sys.exit(f"The echo server failed: {failure}")
