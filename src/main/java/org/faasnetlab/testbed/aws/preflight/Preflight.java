package org.faasnetlab.testbed.aws.preflight;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.faasnetlab.format.Phrase;
import org.faasnetlab.testbed.aws.account.AwsAccount;
import org.faasnetlab.testbed.aws.calls.AwsQueries;
import org.faasnetlab.testbed.aws.calls.QueryFailedException;
import org.faasnetlab.testbed.aws.stack.AwsTestbedSettings;
import org.jspecify.annotations.Nullable;

/**
 * Checks whether an account can have a testbed, and whether the testbed can measure what is wanted. Changes nothing in
 * the account. A check that AWS does not answer or denies has the state "unknown".
 */
public final class Preflight {

    private static final CheckResult SKIPPED = CheckResult.unknown(
            Phrase.of("Skipped, because AWS is not accessible."),
            Phrase.of("Fix the problems reported above, and check again."));

    private final AwsAccount account;
    private final AwsTestbedSettings settings;
    private final Clock clock;
    private final List<NamedCheck> checks;

    /**
     * @param settings the testbed to check; validated by {@link org.faasnetlab.testbed.aws.stack.SettingsValidator}
     * @param functions number of functions that shall run concurrently
     * @param clock this computer's clock
     */
    public Preflight(AwsAccount account, AwsTestbedSettings settings, int functions, Clock clock) {
        this.account = account;
        this.settings = settings;
        this.clock = clock;
        this.checks = checks(settings, functions);
    }

    /** Titles of the checks by ID, in the order of the results. */
    public Map<String, Phrase> titles() {
        Map<String, Phrase> titles = new LinkedHashMap<>();
        named(null).forEach(check -> titles.put(check.id(), check.title()));
        return titles;
    }

    /**
     * Runs the checks, which takes some seconds.
     *
     * @param listener receives each result as soon as it is known, on the calling thread
     * @return all results
     * @throws InterruptedException if the thread is interrupted; the result of the current check is not reported
     */
    public List<PreflightResult> run(Consumer<PreflightResult> listener) throws InterruptedException {
        AwsQueries aws = new AwsQueries(account);
        CallerIdentityProbe caller = CallerIdentityProbe.probe(aws, clock);
        List<PreflightResult> lines = new ArrayList<>();
        for (NamedCheck check : named(caller)) {
            boolean possible = check.ofCaller() || !caller.isFatal();
            CheckResult finding = possible ? runCheck(check.check(), aws) : SKIPPED;
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            PreflightResult line = finding.line(check.id(), check.title());
            lines.add(line);
            listener.accept(line);
        }
        return List.copyOf(lines);
    }

    private static CheckResult runCheck(PreflightCheck check, AwsQueries aws) {
        try {
            return check.check(aws);
        } catch (QueryFailedException e) {
            return CheckResult.unknown(e);
        }
    }

    private List<NamedCheck> named(@Nullable CallerIdentityProbe caller) {
        CallerIdentityProbe known = caller == null ? new CallerIdentityProbe(null, null, null) : caller;
        List<NamedCheck> all = new ArrayList<>();
        all.add(NamedCheck.ofCaller("identity", Phrase.of("Account"), aws -> known.checkIdentity(aws.region())));
        all.add(NamedCheck.ofCaller("clock", Phrase.of("Clock"), aws -> known.checkClock()));
        all.addAll(checks);
        all.add(new NamedCheck("actions", Phrase.of("Permissions"), new PermissionsCheck(settings, known.identity())));
        return all;
    }

    private static List<NamedCheck> checks(AwsTestbedSettings settings, int functions) {
        FunctionChecks lambda = new FunctionChecks(settings, functions);
        ServerChecks servers = new ServerChecks(settings, functions);
        List<NamedCheck> checks = new ArrayList<>();
        checks.add(new NamedCheck("name", Phrase.of("Testbed name"), new NameCheck(settings)));
        checks.add(new NamedCheck("concurrency", Phrase.of("Concurrency"), lambda::concurrency));
        checks.add(new NamedCheck("memory", Phrase.of("Function memory"), lambda::memory));
        checks.add(new NamedCheck("streaming", Phrase.of("Live results"), new StreamingCheck(settings)));
        checks.add(new NamedCheck("server-type", Phrase.of("Instance type"), servers::type));
        checks.add(new NamedCheck("vcpu-quota", Phrase.of("vCPU quota"), new VcpuQuotaCheck(settings)));
        checks.add(new NamedCheck("ports", Phrase.of("Server ports"), servers::ports));
        checks.add(new NamedCheck("bandwidth", Phrase.of("Server bandwidth"), servers::bandwidth));
        if (settings.outsideServers() > 0) {
            checks.add(new NamedCheck(
                    "function-bandwidth", Phrase.of("Function bandwidth"), new FunctionBandwidthCheck(settings)));
            checks.add(
                    new NamedCheck("public-bandwidth", Phrase.of("Public server bandwidth"), servers::publicBandwidth));
        }
        checks.addAll(settings.network()
                .<List<NamedCheck>>map(
                        own -> List.of(new NamedCheck("vpc", Phrase.of("New VPC"), NewNetworkChecks::vpc)),
                        own -> List.of(
                                new NamedCheck(
                                        "subnet", Phrase.of("New subnet"), aws -> NewNetworkChecks.subnet(aws, own)),
                                new NamedCheck("dns", Phrase.of("DNS"), new DnsCheck(own.vpcId(), true))),
                        existing -> List.of(
                                new NamedCheck(
                                        "subnet",
                                        Phrase.of("Subnet"),
                                        aws -> new ExistingSubnetChecks(settings).subnet(aws, existing)),
                                new NamedCheck(
                                        "s3-route",
                                        Phrase.of("S3 route"),
                                        new S3RouteCheck(existing, settings.stackName())),
                                new NamedCheck("dns", Phrase.of("DNS"), new DnsCheck(existing.vpcId(), false)))));
        publicSubnet(settings).ifPresent(checks::add);
        if (settings.outsideServers() > 0) {
            String subnet = settings.network()
                    .<Optional<String>>map(
                            own -> Optional.empty(),
                            own -> Optional.ofNullable(own.publicSubnetId()),
                            existing -> Optional.ofNullable(existing.publicSubnetId()))
                    .orElse(null);
            checks.add(new NamedCheck(
                    "public-address", Phrase.of("Public addresses"), new PublicAddressCheck(settings, subnet)));
        }
        return checks;
    }

    private static Optional<NamedCheck> publicSubnet(AwsTestbedSettings settings) {
        return settings.network()
                .<Optional<PreflightCheck>>map(
                        own -> Optional.empty(),
                        own -> publicSubnet(settings, own.vpcId(), own.publicSubnetId()),
                        existing -> publicSubnet(settings, existing.vpcId(), existing.publicSubnetId()))
                .map(check -> new NamedCheck("public-subnet", Phrase.of("Public subnet"), check));
    }

    private static Optional<PreflightCheck> publicSubnet(
            AwsTestbedSettings settings, String vpcId, @Nullable String subnetId) {
        return settings.outsideServers() > 0 && subnetId != null
                ? Optional.of(aws -> new ExistingSubnetChecks(settings).publicSubnet(aws, vpcId, subnetId))
                : Optional.empty();
    }

    /** @param ofCaller whether it needs only the caller identity probe, and so no further request */
    private record NamedCheck(String id, Phrase title, PreflightCheck check, boolean ofCaller) {

        NamedCheck(String id, Phrase title, PreflightCheck check) {
            this(id, title, check, false);
        }

        static NamedCheck ofCaller(String id, Phrase title, PreflightCheck check) {
            return new NamedCheck(id, title, check, true);
        }
    }
}
