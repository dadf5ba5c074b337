package org.faasnetlab.ui.common.session;

import org.faasnetlab.store.RunStore;
import org.faasnetlab.store.StoreException;

/** Provides the run store, which is opened at the first call; never called on the FX thread. */
@FunctionalInterface
public interface RunStoreProvider {
    RunStore open() throws StoreException;
}
