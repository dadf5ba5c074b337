package org.faasnetlab.ui.results;

import org.faasnetlab.store.RunStore;
import org.faasnetlab.store.StoreException;

/** Gives the run store, which is opened at the first call; never called on the FX thread. */
@FunctionalInterface
public interface RunStoreSource {
    RunStore open() throws StoreException;
}
