"""Installs the tools of the tests in a virtual environment, unless they are installed already.

usage: install.py FOLDER

FOLDER/env is the environment, FOLDER/installed.txt the requirements.txt that it was made from. Tests wait for FOLDER/lock,
so that this can run before they start.
"""

import fcntl
import subprocess
import sys
from pathlib import Path

WANTED = Path(__file__).with_name("requirements.txt")


def main():
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    with open(folder / "lock", "w") as lock:
        fcntl.lockf(lock, fcntl.LOCK_EX)
        installed = folder / "installed.txt"
        if installed.exists() and installed.read_bytes() == WANTED.read_bytes():
            return
        subprocess.run([sys.executable, "-m", "venv", "--clear", folder / "env"], check=True)
        # Without --no-compile, pip compiles ten times as many files as the tests ever load.
        options = ["--quiet", "--disable-pip-version-check", "--no-compile"]
        subprocess.run([folder / "env" / "bin" / "pip", "install", *options, "--requirement", WANTED], check=True)
        installed.write_bytes(WANTED.read_bytes())


try:
    main()
except subprocess.CalledProcessError as failed:
    sys.exit(f"cannot install the tools of the tests: {failed}")
