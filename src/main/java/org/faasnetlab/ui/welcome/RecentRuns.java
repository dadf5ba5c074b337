package org.faasnetlab.ui.welcome;

import java.util.List;
import org.faasnetlab.store.StoreException;

/** The runs that were done last. */
@FunctionalInterface
public interface RecentRuns {

    /**
     * Newest first. May take half a second at the first call.
     *
     * @throws StoreException if the store cannot be read
     */
    List<RecentRun> newest(int atMost) throws StoreException;
}
