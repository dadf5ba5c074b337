package org.faasnetlab.function;

/** Shutdown hook that terminates the child processes of this process, on normal exit as well as on SIGTERM. */
final class ChildProcessTerminator extends Thread {
    ChildProcessTerminator() {
        super("end-of-children");
    }

    @Override
    public void run() {
        ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
    }
}
