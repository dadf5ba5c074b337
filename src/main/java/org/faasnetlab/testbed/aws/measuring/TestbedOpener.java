package org.faasnetlab.testbed.aws.measuring;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.faasnetlab.LabException;
import org.faasnetlab.format.Phrase;
import org.faasnetlab.invoke.FunctionRef;
import org.faasnetlab.invoke.LambdaInvoker;
import org.faasnetlab.invoke.ResponseMode;
import org.faasnetlab.invoke.SdkLambdaInvoker;
import org.faasnetlab.invoke.ServiceEndpoint;
import org.faasnetlab.measure.Bandwidth;
import org.faasnetlab.testbed.Testbed;
import org.faasnetlab.testbed.aws.account.AwsAccount;
import org.faasnetlab.testbed.aws.calls.AwsQueries;
import org.faasnetlab.testbed.aws.calls.MemoryVersions;
import org.faasnetlab.testbed.aws.calls.Sleeper;
import org.faasnetlab.testbed.aws.creation.FunctionProbe;
import org.faasnetlab.testbed.aws.stack.AwsTestbedDescription;
import org.faasnetlab.testbed.aws.stack.AwsTestbedSettings;
import org.faasnetlab.testbed.aws.stack.FunctionBandwidthQuota;
import org.faasnetlab.testbed.aws.stack.ServerTypeFacts;
import org.faasnetlab.testbed.aws.stack.TestbedCatalogue;
import org.faasnetlab.testbed.aws.stack.TestbedStack;
import org.faasnetlab.testbed.aws.stack.TestbedState;
import org.faasnetlab.testbed.aws.stack.TestbedTemplate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.AvailabilityZone;
import software.amazon.awssdk.services.lambda.model.AccountLimit;
import software.amazon.awssdk.services.s3.S3Client;

/** Opens an existing testbed for measurements after its function has responded. */
public final class TestbedOpener {
    private static final Logger LOG = LoggerFactory.getLogger(TestbedOpener.class);

    /** Default of accounts that are not new; if the account has less, Lambda refuses invocations. */
    private static final int USUAL_CONCURRENCY = 1000;

    private final AwsAccount account;
    private final Clock clock;
    private final Sleeper sleeper;

    public TestbedOpener(AwsAccount account, Clock clock, Sleeper sleeper) {
        this.account = account;
        this.clock = clock;
        this.sleeper = sleeper;
    }

    /**
     * Opens a testbed that was created before.
     *
     * @throws LabException if it is not ready, or its function does not respond
     */
    public Testbed open(String name, Optional<TestbedStack> found, boolean outside)
            throws LabException, InterruptedException {
        TestbedStack stack = found.orElseThrow(() -> notReady(
                Phrase.of(
                        "Testbed \"{0}\" does not exist in {1}.",
                        name, account.region().id()),
                Phrase.of("Create it, or choose the Region in which it exists.")));
        AwsTestbedDescription testbed = stack.description().orElseThrow(() -> notReady(name, stack.state()));
        if (clock.instant().isAfter(testbed.leaseEnd())) {
            throw notReady(
                    Phrase.of("The lease of testbed {0} has expired, and its servers have terminated.", name),
                    Phrase.of("Delete it and create it again."));
        }
        String function = outside ? testbed.outsideFunction() : testbed.insideFunction();
        if (function == null) {
            throw notReady(
                    Phrase.of("Testbed {0} has no function outside the VPC.", name),
                    Phrase.of("Measure inside the VPC, or create a testbed with public servers."));
        }
        ResponseMode responseMode = responseMode(function, testbed.settings().memoryMb());
        ServiceEndpoint lambda = account.endpoint("lambda");
        Optional<FunctionBandwidthQuota> quota = outside ? bandwidthQuota() : Optional.empty();
        Optional<AccountLimit> concurrency = new ConcurrencyLimits(account).read();
        MeasurementTarget measuring = new MeasurementTarget(
                name,
                lambda,
                account.endpoint("s3"),
                function,
                concurrency
                        .map(AccountLimit::unreservedConcurrentExecutions)
                        .filter(free -> free > 0)
                        .orElse(USUAL_CONCURRENCY),
                responseMode,
                outside ? outsideServers(testbed) : servers(testbed),
                testbed.bucket(),
                testbed.iperf3Key(),
                serverLimit(testbed.settings(), outside),
                outside
                        ? quota.filter(known -> !known.isRaised())
                                .map(FunctionBandwidthQuota::value)
                                .orElse(null)
                        : FunctionBandwidthQuota.DEFAULT,
                !outside,
                account.identity().name(),
                environment(testbed, outside, quota, concurrency));
        return new AwsTestbed(
                measuring,
                MemoryVersions.of(account, sleeper),
                new SdkLambdaInvoker(lambda, responseMode, 1),
                account.failures(),
                new MeasurementLock(
                        name, account.client(S3Client.builder()), testbed.bucket(), account.failures(), clock),
                new TestbedLease(name, testbed.leaseEnd(), () -> leaseEnd(name, testbed), clock),
                clock);
    }

    private Instant leaseEnd(String name, AwsTestbedDescription testbed) throws LabException {
        return new TestbedCatalogue(account)
                .find(name)
                .flatMap(TestbedStack::leaseEnd)
                .orElse(testbed.leaseEnd());
    }

    private static LabException notReady(Phrase sentence, Phrase nextStep) {
        return new LabException(LabException.Kind.FAILED, sentence, nextStep);
    }

    private static LabException notReady(String name, TestbedState state) {
        return switch (state) {
            case CREATING, ADDING_FUNCTIONS ->
                notReady(Phrase.of("Testbed {0} is being created.", name), Phrase.of("Wait until it is ready."));
            case FUNCTIONS_MISSING ->
                notReady(Phrase.of("Testbed {0} has no functions yet.", name), Phrase.of("Resume its creation."));
            case READY ->
                notReady(
                        Phrase.of("Testbed {0} was created by another version of this program.", name),
                        Phrase.of("Use that version, or delete the testbed and create it again."));
            case FAILED ->
                notReady(
                        Phrase.of("The creation of testbed {0} failed.", name),
                        Phrase.of("Delete it and create it again."));
            case DELETING, DELETE_FAILED ->
                notReady(
                        Phrase.of("Testbed {0} is being deleted.", name),
                        Phrase.of("Complete the deletion, and create it again."));
        };
    }

    private ResponseMode responseMode(String function, int memoryMb) throws LabException, InterruptedException {
        ServiceEndpoint lambda = account.endpoint("lambda");
        try (MemoryVersions versions = MemoryVersions.of(account, sleeper);
                LambdaInvoker streaming = new SdkLambdaInvoker(lambda, ResponseMode.STREAMED, 1);
                LambdaInvoker buffered = new SdkLambdaInvoker(lambda, ResponseMode.BUFFERED, 1)) {
            FunctionRef version = versions.versionFor(function, memoryMb);
            boolean streamed = new FunctionProbe(streaming, buffered, account.failures(), clock)
                    .probe(version, sleeper)
                    .streamed();
            return streamed ? ResponseMode.STREAMED : ResponseMode.BUFFERED;
        }
    }

    private @Nullable Bandwidth serverLimit(AwsTestbedSettings settings, boolean outside) {
        try {
            int servers = outside ? settings.outsideServers() : settings.servers();
            OptionalDouble each = ServerTypeFacts.of(new AwsQueries(account), settings.serverType())
                    .map(type -> type.usableBandwidth(type.baselineGbps(), outside))
                    .orElse(OptionalDouble.empty());
            return each.isPresent() ? new Bandwidth(servers * each.getAsDouble() * 1e9) : null;
        } catch (LabException e) {
            LOG.info("The server bandwidth is unknown: {}", e.getMessage());
            return null;
        }
    }

    private static List<Iperf3Host> servers(AwsTestbedDescription testbed) {
        return hosts(testbed, testbed.servers(), false);
    }

    private static List<Iperf3Host> outsideServers(AwsTestbedDescription testbed) {
        return hosts(testbed, testbed.outsideServers(), true);
    }

    private static List<Iperf3Host> hosts(AwsTestbedDescription testbed, List<String> addresses, boolean withKey) {
        return addresses.stream()
                .map(address -> new Iperf3Host(
                        address,
                        AwsTestbedSettings.FIRST_PORT,
                        testbed.settings().portsPerServer(),
                        AwsTestbedSettings.ECHO_PORT,
                        withKey ? testbed.outsideKeys().get(address) : null))
                .toList();
    }

    private Optional<FunctionBandwidthQuota> bandwidthQuota() {
        try {
            return FunctionBandwidthQuota.of(new AwsQueries(account));
        } catch (LabException e) {
            LOG.info("The quota of network bandwidth is unknown: {}", e.getMessage());
            return Optional.empty();
        }
    }

    private SortedMap<String, String> environment(
            AwsTestbedDescription testbed,
            boolean outside,
            Optional<FunctionBandwidthQuota> quota,
            Optional<AccountLimit> concurrency) {
        AwsTestbedSettings settings = testbed.settings();
        SortedMap<String, String> environment = new TreeMap<>();
        environment.put("aws.zone", settings.zone());
        zoneId(settings.zone()).ifPresent(id -> environment.put("aws.zone-id", id));
        environment.put("aws.server-type", settings.serverType());
        environment.put("aws.runtime", settings.runtime());
        environment.put("function.architecture", settings.architecture().id());
        String versions = String.join(", ", new TreeSet<>(testbed.serverFacts().values()));
        if (!versions.isEmpty()) {
            environment.put("aws.iperf3", versions);
        }
        environment.putAll(serverSystems(testbed, outside ? testbed.outsideServers() : testbed.servers()));
        environment.put("iperf3.server.command", new TestbedTemplate().iperf3Command());
        concurrency
                .map(AccountLimit::concurrentExecutions)
                .ifPresent(limit -> environment.put("aws.concurrency-quota", limit.toString()));
        concurrency
                .map(AccountLimit::unreservedConcurrentExecutions)
                .ifPresent(free -> environment.put("aws.concurrency-unreserved", free.toString()));
        quota.ifPresent(known ->
                environment.put("aws.function-bandwidth-quota", known.value().toString()));
        return environment;
    }

    /** What the servers signalled about their systems; different values of several servers side by side. */
    private static SortedMap<String, String> serverSystems(AwsTestbedDescription testbed, List<String> addresses) {
        SortedMap<String, String> facts = new TreeMap<>();
        addresses.stream()
                .map(testbed.serverSystems()::get)
                .filter(Objects::nonNull)
                .flatMap(system -> system.entrySet().stream())
                .distinct()
                .forEach(fact ->
                        facts.merge("server." + fact.getKey(), fact.getValue(), (one, two) -> one + ", " + two));
        return facts;
    }

    /** The ID names the same place in all accounts, which the name of a zone does not. Empty if AWS does not report it. */
    private Optional<String> zoneId(String zone) {
        try {
            return account
                    .query(
                            Ec2Client.builder(),
                            ec2 -> ec2.describeAvailabilityZones(request -> request.zoneNames(zone)))
                    .availabilityZones()
                    .stream()
                    .map(AvailabilityZone::zoneId)
                    .filter(Objects::nonNull)
                    .findFirst();
        } catch (LabException e) {
            LOG.info("The ID of zone {} is unknown: {}", zone, e.getMessage());
            return Optional.empty();
        }
    }
}
