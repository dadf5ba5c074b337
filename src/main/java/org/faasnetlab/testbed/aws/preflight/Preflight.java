package org.faasnetlab.testbed.aws.preflight;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.faasnetlab.testbed.aws.account.AwsAccount;
import org.faasnetlab.testbed.aws.calls.AwsQueries;
import org.faasnetlab.testbed.aws.calls.QueryFailedException;
import org.faasnetlab.testbed.aws.stack.AwsNetwork;
import org.faasnetlab.testbed.aws.stack.AwsTestbedSettings;
import org.jspecify.annotations.Nullable;

/**
 * Looks whether an account can have a testbed, and whether the testbed measures what is wanted. Changes nothing in the
 * account. What AWS does not answer, or does not let the user ask, is a line with the state "unknown".
 */
public final class Preflight {

    private static final CheckResult NOT_ASKED = CheckResult.unknown(
            "Skipped, because AWS is not accessible.", "Fix the problems reported above, and check again.");

    private final AwsAccount account;
    private final AwsTestbedSettings settings;
    private final Clock clock;
    private final List<NamedCheck> checks;

    /**
     * @param settings the testbed that is wanted; it has passed {@link org.faasnetlab.testbed.aws.stack.SettingsValidator}
     * @param functions how many functions are to send at once
     * @param clock this computer's clock
     */
    public Preflight(AwsAccount account, AwsTestbedSettings settings, int functions, Clock clock) {
        this.account = account;
        this.settings = settings;
        this.clock = clock;
        this.checks = checks(settings, functions);
    }

    /** The titles of all lines by their ids, in the order in which the lines come. */
    public Map<String, String> titles() {
        Map<String, String> titles = new LinkedHashMap<>();
        named(null).forEach(check -> titles.put(check.id(), check.title()));
        return titles;
    }

    /**
     * Asks AWS, for some seconds.
     *
     * @param listener gets each line as soon as it is known, on the calling thread
     * @return all lines
     * @throws InterruptedException if the thread is interrupted; a line that was being asked for is not told
     */
    public List<PreflightResult> run(Consumer<PreflightResult> listener) throws InterruptedException {
        AwsQueries aws = new AwsQueries(account);
        CallerIdentityProbe greeting = CallerIdentityProbe.exchange(aws, clock);
        List<PreflightResult> lines = new ArrayList<>();
        for (NamedCheck check : named(greeting)) {
            boolean asked = check.ofGreeting() || !greeting.hopeless();
            CheckResult finding = asked ? look(check.check(), aws) : NOT_ASKED;
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            PreflightResult line = finding.line(check.id(), check.title());
            lines.add(line);
            listener.accept(line);
        }
        return List.copyOf(lines);
    }

    private static CheckResult look(PreflightCheck check, AwsQueries aws) {
        try {
            return check.look(aws);
        } catch (QueryFailedException failure) {
            return CheckResult.unknown(failure);
        }
    }

    private List<NamedCheck> named(@Nullable CallerIdentityProbe greeting) {
        CallerIdentityProbe said = greeting == null ? new CallerIdentityProbe(null, null, null) : greeting;
        List<NamedCheck> all = new ArrayList<>();
        all.add(new NamedCheck("identity", "Account", new IdentityCheck(said)));
        all.add(new NamedCheck("clock", "Clock", new ClockCheck(said)));
        all.addAll(checks);
        all.add(new NamedCheck("actions", "Permissions", new PermissionsCheck(settings, said.identity())));
        return all;
    }

    private static List<NamedCheck> checks(AwsTestbedSettings settings, int functions) {
        List<NamedCheck> checks = new ArrayList<>();
        checks.add(new NamedCheck("name", "Testbed name", new NameCheck(settings)));
        checks.add(new NamedCheck("concurrency", "Concurrency", new ConcurrencyCheck(functions)));
        checks.add(new NamedCheck("memory", "Function memory", new MemoryCheck(settings.memoryMb())));
        checks.add(new NamedCheck("streaming", "Live results", new StreamingCheck(settings)));
        checks.add(new NamedCheck("server-type", "Instance type", new ServerTypeCheck(settings)));
        checks.add(new NamedCheck("vcpu-quota", "vCPU quota", new VcpuQuotaCheck(settings)));
        checks.add(new NamedCheck("ports", "Server ports", new PortsCheck(settings, functions)));
        checks.add(new NamedCheck("bandwidth", "Server bandwidth", BandwidthCheck.inside(settings, functions)));
        if (settings.outsideServers() > 0) {
            checks.add(new NamedCheck(
                    "public-bandwidth", "Public server bandwidth", BandwidthCheck.outside(settings, functions)));
        }
        AwsNetwork network = settings.network();
        if (network instanceof AwsNetwork.NewVpc) {
            checks.add(new NamedCheck("vpc", "New VPC", new NewVpcCheck()));
        } else if (network instanceof AwsNetwork.NewSubnet own) {
            checks.add(new NamedCheck("subnet", "New subnet", new NewSubnetCheck(own)));
            publicSubnet(checks, settings, own.vpcId(), own.publicSubnetId());
        } else if (network instanceof AwsNetwork.ExistingSubnet existing) {
            checks.add(new NamedCheck("subnet", "Subnet", new ExistingSubnetCheck(settings, existing)));
            checks.add(new NamedCheck("s3-route", "S3 route", new S3RouteCheck(existing)));
            publicSubnet(checks, settings, existing.vpcId(), existing.publicSubnetId());
        }
        return checks;
    }

    private static void publicSubnet(
            List<NamedCheck> checks, AwsTestbedSettings settings, String vpcId, @Nullable String subnetId) {
        if (settings.outsideServers() > 0 && subnetId != null) {
            checks.add(
                    new NamedCheck("public-subnet", "Public subnet", new PublicSubnetCheck(settings, vpcId, subnetId)));
        }
    }

    private record NamedCheck(String id, String title, PreflightCheck check) {

        /** Whether it needs no more than the first exchange with AWS. */
        boolean ofGreeting() {
            return check instanceof IdentityCheck || check instanceof ClockCheck;
        }
    }
}
