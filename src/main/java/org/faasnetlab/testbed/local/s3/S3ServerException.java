package org.faasnetlab.testbed.local.s3;

import java.nio.file.Path;
import org.faasnetlab.LabException;
import org.faasnetlab.measure.DataSize;

/** The S3 server of this computer cannot be used. */
public sealed class S3ServerException extends LabException {
    private static final long serialVersionUID = 1L;

    S3ServerException(String sentence, String nextStep) {
        super(Kind.FAILED, sentence, nextStep);
    }

    S3ServerException(String sentence, String nextStep, Throwable cause) {
        super(Kind.FAILED, sentence, nextStep, cause);
    }

    /** Its program is not where it belongs. */
    public static final class NotInstalled extends S3ServerException {
        private static final long serialVersionUID = 1L;

        NotInstalled(Path jar) {
            super(
                    "The S3 server is missing: file " + jar + " does not exist.",
                    "Build or install FaaS Network Lab again. iperf3 experiments work without it.");
        }
    }

    /** Its process ended or did not answer. */
    public static final class NotStarted extends S3ServerException {
        private static final long serialVersionUID = 1L;

        NotStarted(String why, Path log) {
            super("The S3 server did not start: " + why + ".", nextStep(log));
        }

        NotStarted(Path log, Throwable cause) {
            super("The S3 server did not start: " + cause.getMessage() + ".", nextStep(log), cause);
        }

        private static String nextStep(Path log) {
            return "See " + log + " for its output, fix the cause, and run again.";
        }
    }

    /** What functions are to fetch could not be written to the disk. */
    public static final class NotWritten extends S3ServerException {
        private static final long serialVersionUID = 1L;

        NotWritten(Path file, Throwable cause) {
            super(
                    "Cannot write S3 object " + file + ": " + cause.getMessage() + ".",
                    "Free some space, or choose a data folder on another disk.",
                    cause);
        }
    }

    /** The disk has no room for what functions are to fetch. */
    public static final class DiskTooSmall extends S3ServerException {
        private static final long serialVersionUID = 1L;

        DiskTooSmall(DataSize needed, DataSize free, Path directory) {
            super(
                    "Not enough disk space for an S3 object of this size: " + needed + " required, " + free
                            + " free at " + directory + ".",
                    "Choose a smaller object size, free some space, or choose a data folder on another disk.");
        }
    }
}
