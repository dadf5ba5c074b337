package org.faasnetlab.testbed;

import java.nio.file.Path;
import org.faasnetlab.measure.DataSize;

/** Determines the free disk space. */
public final class FreeSpace {
    private FreeSpace() {}

    /**
     * Returns the usable space at a directory; 0 if the directory does not exist. Queries the directory and not its
     * file store: Java searches the file store in the list of mounts, which does not contain it in a chroot.
     */
    public static DataSize at(Path folder) {
        long bytes = folder.toFile().getUsableSpace();
        return new DataSize(bytes < 0 ? Long.MAX_VALUE : bytes); // Java 17 counts beyond 8 EiB, as network disks claim
    }
}
