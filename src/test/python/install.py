"""Installs the tools of the tests in a virtual environment, unless they are installed already.

usage: install.py FOLDER

FOLDER/env is the environment, FOLDER/localemu the packages of LocalEmu, which uses those of the environment, too.
FOLDER/installed.txt has the requirements that they were made from. Tests wait for FOLDER/lock, so that this can run before
they start.
"""

import fcntl
import subprocess
import sys
from pathlib import Path

from older_python import rewrite

HERE = Path(__file__).parent
TOOLS = HERE / "requirements.txt"
LOCALEMU = HERE / "localemu.txt"


def main():
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    with open(folder / "lock", "w") as lock:
        fcntl.lockf(lock, fcntl.LOCK_EX)
        installed = folder / "installed.txt"
        wanted = TOOLS.read_bytes() + LOCALEMU.read_bytes()
        if installed.exists() and installed.read_bytes() == wanted:
            return
        subprocess.run([sys.executable, "-m", "venv", "--clear", folder / "env"], check=True)
        install(folder, "--requirement", TOOLS)
        # Beside the environment, because its moto is another one. It needs fewer packages than it states.
        packages = folder / "localemu"
        install(folder, "--no-deps", "--upgrade", "--target", packages, "--requirement", LOCALEMU)
        rewrite(packages / "localemu")
        installed.write_bytes(wanted)


def install(folder, *arguments):
    # Without --no-compile, pip compiles ten times as many files as the tests ever load.
    options = ["--quiet", "--disable-pip-version-check", "--no-compile"]
    subprocess.run([folder / "env" / "bin" / "pip", "install", *options, *arguments], check=True)


try:
    main()
except subprocess.CalledProcessError as failed:
    sys.exit(f"cannot install the tools of the tests: {failed}")
