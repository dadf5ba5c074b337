"""Runs LocalEmu without Docker: functions can be created, and are invoked elsewhere."""

from localemu.runtime import main
from localemu.services.lambda_.invocation.docker_runtime_executor import DockerRuntimeExecutor

DockerRuntimeExecutor.prepare_version = classmethod(lambda cls, function_version: None)

if __name__ == "__main__":
    main.main()
