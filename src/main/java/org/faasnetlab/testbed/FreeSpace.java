package org.faasnetlab.testbed;

import java.nio.file.Path;
import org.faasnetlab.measure.DataSize;

/** Space that is left for a user's files. */
public final class FreeSpace {
    private FreeSpace() {}

    /**
     * The space left where a folder lies; 0 if the folder is not there. The system is asked for the folder itself, not
     * for its file store: Java looks for that one in the list of mounts, and in a chroot it is not on the list.
     */
    public static DataSize at(Path folder) {
        long bytes = folder.toFile().getUsableSpace();
        return new DataSize(bytes < 0 ? Long.MAX_VALUE : bytes); // Java 17 counts beyond 8 EiB, as network disks claim
    }
}
