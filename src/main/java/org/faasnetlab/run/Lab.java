package org.faasnetlab.run;

import org.faasnetlab.LabException;
import org.faasnetlab.store.RunStore;
import org.faasnetlab.store.StoreException;
import org.faasnetlab.testbed.Testbed;
import org.faasnetlab.testbed.aws.AwsAccounts;
import org.faasnetlab.testbed.local.LocalTestbedSettings;

/** What the window and the command line work with. Each part is made when it is first asked for. */
public interface Lab extends AutoCloseable {

    /**
     * The run store, opened at the first call, which takes about half a second.
     *
     * @throws StoreException if it cannot be opened, for example because another instance has it
     */
    RunStore store() throws StoreException;

    /** The defaults of a testbed on this computer. */
    LocalTestbedSettings localDefaults();

    /**
     * Starts a testbed on this computer; the caller closes it.
     *
     * @throws LabException if something it needs is missing, for example iperf3
     */
    Testbed startLocalTestbed(LocalTestbedSettings settings) throws LabException, InterruptedException;

    /** Accounts and testbeds on AWS. */
    AwsAccounts aws();

    /**
     * Starts runs and keeps them in the store.
     *
     * @throws StoreException if the store cannot be opened
     */
    RunStarter runs() throws StoreException;

    /**
     * Goes on with runs of the store.
     *
     * @throws StoreException if the store cannot be opened
     */
    RunResumer resumes() throws StoreException;

    /** Cancels what runs, ends every process that was started and closes the store. */
    @Override
    void close();
}
