package org.faasnetlab.testbed.aws;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.faasnetlab.LabException;
import org.faasnetlab.testbed.Testbed;
import org.faasnetlab.testbed.aws.account.AwsIdentity;
import org.faasnetlab.testbed.aws.creation.Cancellation;
import org.faasnetlab.testbed.aws.creation.CreationListener;
import org.faasnetlab.testbed.aws.creation.CreationPlan;
import org.faasnetlab.testbed.aws.creation.ReadyTestbed;
import org.faasnetlab.testbed.aws.deletion.DeletionListener;
import org.faasnetlab.testbed.aws.deletion.DeletionReport;
import org.faasnetlab.testbed.aws.measuring.ConcurrencyLimitException;
import org.faasnetlab.testbed.aws.preflight.PreflightResult;
import org.faasnetlab.testbed.aws.pricing.Cost;
import org.faasnetlab.testbed.aws.pricing.PriceTable;
import org.faasnetlab.testbed.aws.stack.AwsTestbedSettings;
import org.faasnetlab.testbed.aws.stack.TestbedStack;

/**
 * The testbeds of one account in one Region. Methods that ask AWS block; they may be called from several threads, and end
 * with an InterruptedException where they can be interrupted. What AWS refuses is an
 * {@link org.faasnetlab.testbed.aws.account.AwsAccessException}.
 */
public interface AwsTestbeds {

    /** Name of the profile, or of the default chain, as users see it. */
    String account();

    /** Id of the Region. */
    String region();

    AwsIdentity identity() throws LabException;

    /** Zones of the Region in which servers can be, by name. */
    List<String> zones() throws LabException;

    /** Zones of the Region in which servers of this type are offered, by name; empty if in none. */
    List<String> zonesWith(String serverType) throws LabException;

    /** Testbeds by their tag, those made elsewhere too. */
    List<TestbedStack> list() throws LabException;

    Optional<TestbedStack> find(String name) throws LabException;

    /** The checks' titles by their id, in their order. */
    Map<String, String> preflightTitles(AwsTestbedSettings settings, int functions) throws LabException;

    /** Each line is told as soon as it is known. */
    List<PreflightResult> preflight(AwsTestbedSettings settings, int functions, Consumer<PreflightResult> listener)
            throws LabException, InterruptedException;

    /**
     * Template, policy and cost as text.
     *
     * @param askPrices whether AWS may be asked for today's prices; otherwise nothing is called
     */
    CreationPlan plan(AwsTestbedSettings settings, boolean askPrices) throws LabException;

    /** Today's prices where AWS may be asked for them, and those of the program's own table for the rest. */
    PriceTable prices(AwsTestbedSettings settings);

    /**
     * Begins a testbed, or goes on with one of these settings.
     *
     * @param memorySizes sizes in MB that are made ready at once
     */
    ReadyTestbed setUp(
            AwsTestbedSettings settings,
            List<Integer> memorySizes,
            CreationListener listener,
            Cancellation cancellation)
            throws LabException, InterruptedException;

    /** Goes on with a testbed that was begun here or elsewhere. */
    ReadyTestbed goOn(String name, List<Integer> memorySizes, CreationListener listener, Cancellation cancellation)
            throws LabException, InterruptedException;

    DeletionReport tearDown(String name, DeletionListener listener) throws LabException, InterruptedException;

    /** What a testbed has cost so far; empty where no price is known. */
    Optional<Cost> soFar(TestbedStack testbed) throws LabException;

    /**
     * Looks, before a testbed is opened, whether it and its account run so many functions at once. What AWS does not tell
     * stops nobody, nor does a testbed that is not there: opening it tells.
     *
     * @param outside whether the function outside the VPC is meant
     * @param iperf3 whether each function needs a port of a server
     * @throws ConcurrencyLimitException if they do not
     */
    void requireRoom(String name, boolean outside, int functions, boolean iperf3)
            throws LabException, InterruptedException;

    /**
     * A ready testbed to measure on; the caller closes it, which leaves everything in the account.
     *
     * @param outside whether the function outside the VPC is meant
     * @throws LabException if it is not ready
     */
    Testbed open(String name, boolean outside) throws LabException, InterruptedException;
}
