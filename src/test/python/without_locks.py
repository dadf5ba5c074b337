"""Runs a command as on a file system without locks, such as NFS without its lock service.

usage: without_locks.py COMMAND ARGUMENT...

A seccomp filter, which needs neither a compiler nor root, lets the kernel answer ENOLCK to every fcntl that sets a lock.
"""

import ctypes
import errno
import os
import struct
import sys

PR_SET_NO_NEW_PRIVS, PR_SET_SECCOMP, SECCOMP_MODE_FILTER = 38, 22, 2
FCNTL = {"x86_64": 72, "aarch64": 25}[os.uname().machine]
F_SETLK, F_SETLKW, F_OFD_SETLK, F_OFD_SETLKW = 6, 7, 37, 38

# Instructions of classic BPF: operation, jump if true, jump if false, operand. struct seccomp_data begins with the number of
# the system call; the lower half of its second argument is at 24.
LOAD, EQUALS, RETURN = 0x20, 0x15, 0x06
ALLOW, ERRNO = 0x7FFF0000, 0x00050000
FILTER = [
    (LOAD, 0, 0, 0),
    (EQUALS, 0, 6, FCNTL),
    (LOAD, 0, 0, 24),
    (EQUALS, 3, 0, F_SETLK),
    (EQUALS, 2, 0, F_SETLKW),
    (EQUALS, 1, 0, F_OFD_SETLK),
    (EQUALS, 0, 1, F_OFD_SETLKW),
    (RETURN, 0, 0, ERRNO | errno.ENOLCK),
    (RETURN, 0, 0, ALLOW),
]


class Program(ctypes.Structure):
    _fields_ = [("length", ctypes.c_ushort), ("filter", ctypes.c_void_p)]


code = ctypes.create_string_buffer(b"".join(struct.pack("HBBI", *line) for line in FILTER))
program = Program(len(FILTER), ctypes.addressof(code))
libc = ctypes.CDLL(None, use_errno=True)
for arguments in ((PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0), (PR_SET_SECCOMP, SECCOMP_MODE_FILTER, ctypes.byref(program), 0, 0)):
    if libc.prctl(*arguments) != 0:
        sys.exit(f"prctl: {os.strerror(ctypes.get_errno())}")
os.execvp(sys.argv[1], sys.argv[1:])
