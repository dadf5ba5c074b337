package org.faasnetlab.cli.common;

/**
 * The program's exit codes; scripts may rely on them. A program that a signal ends has 128 plus the number of the signal:
 * 129 for HUP, as when a terminal is closed, and 143 for TERM. What was measured until then is stored.
 */
public final class ExitCode {
    /** Success; for a run: every function delivered. */
    public static final int OK = 0;

    /** A run or some of its functions failed, or another expected failure. */
    public static final int FAILED = 1;

    /** The command line is invalid; nothing was measured. */
    public static final int WRONG_INPUT = 2;

    /** A requirement is missing on this computer: a program, or a display for the window. */
    public static final int MISSING = 3;

    /** The user stopped the run with Ctrl-C; what was measured until then is stored. */
    public static final int STOPPED = 130;

    private ExitCode() {}
}
