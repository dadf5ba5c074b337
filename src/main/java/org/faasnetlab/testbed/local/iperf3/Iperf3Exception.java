package org.faasnetlab.testbed.local.iperf3;

import org.faasnetlab.LabException;

/** iperf3 is not there, is too old, or its servers do not start. */
public sealed class Iperf3Exception extends LabException {
    private static final long serialVersionUID = 1L;

    Iperf3Exception(Kind kind, String sentence, String nextStep) {
        super(kind, sentence, nextStep);
    }

    /** There is no such program, or it is not iperf3. */
    public static final class Missing extends Iperf3Exception {
        private static final long serialVersionUID = 1L;

        Missing(String program, String installation) {
            super(Kind.UNAVAILABLE, "There is no iperf3 program '" + program + "' on this computer.", installation);
        }
    }

    /** The program is older than {@link Iperf3Version#OLDEST}. */
    public static final class TooOld extends Iperf3Exception {
        private static final long serialVersionUID = 1L;

        TooOld(Iperf3Version found, String installation) {
            super(
                    Kind.UNAVAILABLE,
                    "iperf3 " + found + " is too old; " + Iperf3Version.OLDEST + " or newer is needed.",
                    installation);
        }
    }

    /** Not enough ports are free in the range that the user gave. */
    public static final class PortsTaken extends Iperf3Exception {
        private static final long serialVersionUID = 1L;

        PortsTaken(int first, int last, int needed, int free) {
            super(
                    Kind.FAILED,
                    "Each function needs a port of its own for its iperf3 server; free of " + first + "-" + last + ": "
                            + free + ", needed: " + needed + ".",
                    "Give a wider or another range of ports, give none so that any free ones are taken, or end the "
                            + "programs that use these.");
        }
    }

    /** A server process ended or said nothing. */
    public static final class NotStarted extends Iperf3Exception {
        private static final long serialVersionUID = 1L;

        NotStarted(int port, String why) {
            super(
                    Kind.FAILED,
                    "The iperf3 server on port " + port + " did not start: " + why + ".",
                    "Start the run again; if it stays so, choose another range of ports.");
        }
    }
}
