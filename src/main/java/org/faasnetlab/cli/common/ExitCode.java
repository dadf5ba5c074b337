package org.faasnetlab.cli.common;

/** What the program's exit codes mean; they are part of its contract with scripts. */
public final class ExitCode {
    /** All is well; of a run: every function delivered. */
    public static final int OK = 0;

    /** A run failed, or some of its functions did, or another foreseen failure. */
    public static final int FAILED = 1;

    /** The command line asks for something that cannot be; nothing was measured. */
    public static final int WRONG_INPUT = 2;

    /** Something that the command needs is not on this computer: a program, or a display for the window. */
    public static final int MISSING = 3;

    /** The user stopped the run with Ctrl-C; what was measured until then is kept. */
    public static final int STOPPED = 130;

    private ExitCode() {}
}
