package org.faasnetlab.function;

/** Shutdown hook: no process that this one has started goes on after it, whether it exits or is told to by SIGTERM. */
final class ChildProcessTerminator extends Thread {
    ChildProcessTerminator() {
        super("end-of-children");
    }

    @Override
    public void run() {
        ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
    }
}
