package org.faasnetlab.testbed.aws;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.faasnetlab.LabException;
import org.faasnetlab.format.Phrase;
import org.faasnetlab.invoke.observe.AwsCall;
import org.faasnetlab.testbed.Testbed;
import org.faasnetlab.testbed.aws.account.AwsIdentity;
import org.faasnetlab.testbed.aws.creation.Cancellation;
import org.faasnetlab.testbed.aws.creation.CreationListener;
import org.faasnetlab.testbed.aws.creation.CreationPlan;
import org.faasnetlab.testbed.aws.creation.ReadyTestbed;
import org.faasnetlab.testbed.aws.deletion.DeletionListener;
import org.faasnetlab.testbed.aws.deletion.DeletionReport;
import org.faasnetlab.testbed.aws.measuring.MeasurementLock;
import org.faasnetlab.testbed.aws.preflight.PreflightResult;
import org.faasnetlab.testbed.aws.pricing.Cost;
import org.faasnetlab.testbed.aws.pricing.PriceTable;
import org.faasnetlab.testbed.aws.stack.AwsTestbedSettings;
import org.faasnetlab.testbed.aws.stack.TestbedStack;

/**
 * The testbeds of one account in one Region. Methods that call AWS block; they may be called by several threads, and
 * those that declare InterruptedException can be interrupted. A request that AWS refuses is an {@link
 * org.faasnetlab.testbed.aws.account.AwsAccessException}.
 */
public interface AwsTestbeds {

    /** Display name of the profile or of the default chain. */
    String account();

    /** ID of the Region. */
    String region();

    /** Queries AWS for the identity of the credentials. */
    AwsIdentity identity() throws LabException;

    /** Names of the Region's Availability Zones, sorted. */
    List<String> zones() throws LabException;

    /** Names of the zones that offer this instance type, sorted; empty if there are none. */
    List<String> zonesOffering(String serverType) throws LabException;

    /** All testbeds by their tag, including those created elsewhere. */
    List<TestbedStack> list() throws LabException;

    /** The same testbeds, whose calls are reported, those of their measurements included. */
    AwsTestbeds observedBy(AwsCall.Listener listener);

    /** The testbed with this name; empty if there is none. */
    Optional<TestbedStack> find(String name) throws LabException;

    /** Titles of the preflight checks by ID, in the order of the checks. */
    Map<String, Phrase> preflightTitles(AwsTestbedSettings settings, int functions) throws LabException;

    /**
     * Runs the preflight checks.
     *
     * @param functions number of functions that shall run concurrently
     * @param listener receives each result as soon as it is known, on the calling thread
     */
    List<PreflightResult> preflight(AwsTestbedSettings settings, int functions, Consumer<PreflightResult> listener)
            throws LabException, InterruptedException;

    /**
     * Examines a testbed: what is wrong with it. Changes nothing.
     *
     * @param listener receives each result as soon as it is known, on the calling thread
     */
    List<PreflightResult> examine(TestbedStack testbed, Consumer<PreflightResult> listener)
            throws LabException, InterruptedException;

    /**
     * Resources, exposure, cost and required policy of a testbed.
     *
     * @param functions number of functions that shall run concurrently, for the cost of a run
     * @param currentPrices whether to request current prices from AWS; otherwise no request is made
     */
    CreationPlan plan(AwsTestbedSettings settings, int functions, boolean currentPrices) throws LabException;

    /** Current prices from AWS where the account has permission, otherwise those of the bundled table. */
    PriceTable prices(AwsTestbedSettings settings);

    /**
     * Creates a testbed, or resumes one with the same name and settings.
     *
     * @param memorySizes memory sizes in MB to publish versions for
     */
    ReadyTestbed create(
            AwsTestbedSettings settings,
            List<Integer> memorySizes,
            CreationListener listener,
            Cancellation cancellation)
            throws LabException, InterruptedException;

    /** Resumes the creation of a testbed that was begun here or elsewhere. */
    ReadyTestbed resume(String name, List<Integer> memorySizes, CreationListener listener, Cancellation cancellation)
            throws LabException, InterruptedException;

    /** Deletes a testbed in any state, or resumes its deletion, and scans for leftover resources. */
    DeletionReport delete(String name, DeletionListener listener) throws LabException, InterruptedException;

    /** The user who measures on a testbed now; empty if it is free or has no bucket yet. */
    Optional<MeasurementLock.Holder> measuring(TestbedStack testbed) throws LabException;

    /**
     * Ends the use of a testbed by another user, whose run then stops before its next trial.
     *
     * @return whether that use was still the current one
     */
    boolean release(TestbedStack testbed, MeasurementLock.Holder holder) throws LabException;

    /**
     * Extends the time until the servers terminate.
     *
     * @return the new end
     * @throws LabException if it has passed, or the new end is more than 24 hours from now
     */
    Instant extendLease(TestbedStack testbed, Duration by) throws LabException;

    /**
     * Waits until all servers show that they have read an extended end of the lease.
     *
     * @param end as {@link #extendLease} returned it
     * @param cancelled ends the wait
     * @return whether all of them did within three minutes
     */
    boolean awaitExtension(TestbedStack testbed, Instant end, BooleanSupplier cancelled)
            throws LabException, InterruptedException;

    /** Number of servers that are starting or running. */
    int runningServers(TestbedStack testbed) throws LabException;

    /** Cost of the servers so far; empty if no price is known. */
    Optional<Cost> costSoFar(TestbedStack testbed) throws LabException;

    /**
     * Checks before a testbed is opened whether it and its account can run this many functions concurrently. Limits
     * that AWS does not report are ignored, and so is a missing testbed: opening it reports that.
     *
     * @param outside whether to use the function outside the VPC
     * @param iperf3 whether each function needs a port of a server
     * @throws LabException if a limit is exceeded
     */
    void requireCapacity(String name, boolean outside, int functions, boolean iperf3)
            throws LabException, InterruptedException;

    /**
     * Opens a ready testbed for measurements. The caller closes it, which changes nothing in the account.
     *
     * @param outside whether to use the function outside the VPC
     * @throws LabException if it is not ready
     */
    Testbed open(String name, boolean outside) throws LabException, InterruptedException;
}
