package org.faasnetlab.ui.welcome;

import java.util.List;
import org.faasnetlab.store.StoreException;

/** The most recent runs. */
@FunctionalInterface
public interface RecentRuns {

    /**
     * Newest first. The first call may take half a second.
     *
     * @throws StoreException if the store cannot be read
     */
    List<RecentRun> newest(int atMost) throws StoreException;
}
