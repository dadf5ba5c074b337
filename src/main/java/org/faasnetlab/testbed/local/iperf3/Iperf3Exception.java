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
            super(Kind.UNAVAILABLE, "iperf3 executable \"" + program + "\" not found.", installation);
        }
    }

    /** The program is older than {@link Iperf3Version#OLDEST}. */
    public static final class TooOld extends Iperf3Exception {
        private static final long serialVersionUID = 1L;

        TooOld(Iperf3Version found, String installation) {
            super(
                    Kind.UNAVAILABLE,
                    "iperf3 " + found + " is too old; " + Iperf3Version.OLDEST + " or newer is required.",
                    installation);
        }
    }

    /** Not enough ports are free in the range that the user gave. */
    public static final class PortsTaken extends Iperf3Exception {
        private static final long serialVersionUID = 1L;

        PortsTaken(int first, int last, int needed, int free) {
            super(
                    Kind.FAILED,
                    "Not enough free ports in " + first + "-" + last + " for the iperf3 servers: " + needed
                            + " required, " + free + " free.",
                    "Specify a wider or another port range, omit it to use any free ports, or stop the "
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
                    "Run again. If the error persists, choose another port range.");
        }
    }
}
