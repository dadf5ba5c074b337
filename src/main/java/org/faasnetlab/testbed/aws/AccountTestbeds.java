package org.faasnetlab.testbed.aws;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.faasnetlab.LabException;
import org.faasnetlab.format.Phrase;
import org.faasnetlab.invoke.LambdaInvoker;
import org.faasnetlab.invoke.ResponseMode;
import org.faasnetlab.invoke.SdkLambdaInvoker;
import org.faasnetlab.invoke.ServiceEndpoint;
import org.faasnetlab.invoke.observe.AwsCall;
import org.faasnetlab.testbed.Testbed;
import org.faasnetlab.testbed.aws.account.AwsAccount;
import org.faasnetlab.testbed.aws.account.AwsIdentity;
import org.faasnetlab.testbed.aws.calls.Poller;
import org.faasnetlab.testbed.aws.calls.Sleeper;
import org.faasnetlab.testbed.aws.creation.Cancellation;
import org.faasnetlab.testbed.aws.creation.CreationListener;
import org.faasnetlab.testbed.aws.creation.CreationPlan;
import org.faasnetlab.testbed.aws.creation.FunctionProbe;
import org.faasnetlab.testbed.aws.creation.ReadyTestbed;
import org.faasnetlab.testbed.aws.creation.TestbedCreation;
import org.faasnetlab.testbed.aws.deletion.DeletionListener;
import org.faasnetlab.testbed.aws.deletion.DeletionReport;
import org.faasnetlab.testbed.aws.deletion.DeletionTimeouts;
import org.faasnetlab.testbed.aws.deletion.TestbedDeletion;
import org.faasnetlab.testbed.aws.measuring.ConcurrencyLimits;
import org.faasnetlab.testbed.aws.measuring.InterruptibleOpen;
import org.faasnetlab.testbed.aws.measuring.MeasurementLock;
import org.faasnetlab.testbed.aws.measuring.TestbedOpener;
import org.faasnetlab.testbed.aws.preflight.Preflight;
import org.faasnetlab.testbed.aws.preflight.PreflightResult;
import org.faasnetlab.testbed.aws.preflight.TestbedDoctor;
import org.faasnetlab.testbed.aws.pricing.Cost;
import org.faasnetlab.testbed.aws.pricing.PriceCache;
import org.faasnetlab.testbed.aws.pricing.PriceTable;
import org.faasnetlab.testbed.aws.pricing.ServerUptime;
import org.faasnetlab.testbed.aws.pricing.ServerUptimeReader;
import org.faasnetlab.testbed.aws.stack.AwsTestbedSettings;
import org.faasnetlab.testbed.aws.stack.InvalidTestbedSettingException;
import org.faasnetlab.testbed.aws.stack.LeaseExtensions;
import org.faasnetlab.testbed.aws.stack.ServerTypes;
import org.faasnetlab.testbed.aws.stack.SettingsValidator;
import org.faasnetlab.testbed.aws.stack.TestbedCatalogue;
import org.faasnetlab.testbed.aws.stack.TestbedStack;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.AvailabilityZone;
import software.amazon.awssdk.services.s3.S3Client;

/** The testbeds of one account and Region, as AWS reports them. */
final class AccountTestbeds implements AwsTestbeds {

    /** Servers read the tag every minute, and their console is some seconds late. */
    private static final Duration EXTENSION_READ = Duration.ofMinutes(3);

    private final String name;
    private final AwsAccount account;
    private final Path functionZip;
    private final Clock clock;
    private final SecureRandom random;
    private final UnaryOperator<Sleeper> sleepers;
    private final TestbedCatalogue catalogue;
    private final PriceCache prices;

    /**
     * @param name display name of the account
     * @param sleepers replaces the sleeper between two requests; the identity in the program, shorter sleeps in tests
     */
    AccountTestbeds(
            String name,
            AwsAccount account,
            Path functionZip,
            Clock clock,
            SecureRandom random,
            UnaryOperator<Sleeper> sleepers) {
        this.name = name;
        this.account = account;
        this.functionZip = functionZip;
        this.clock = clock;
        this.random = random;
        this.sleepers = sleepers;
        this.catalogue = new TestbedCatalogue(account);
        this.prices = new PriceCache(account);
    }

    @Override
    public String account() {
        return name;
    }

    @Override
    public String region() {
        return account.region().id();
    }

    @Override
    public AwsTestbeds observedBy(AwsCall.Listener listener) {
        return new AccountTestbeds(name, account.observedBy(listener), functionZip, clock, random, sleepers);
    }

    @Override
    public AwsIdentity identity() throws LabException {
        return account.identity();
    }

    @Override
    public List<String> zones() throws LabException {
        return account.query(Ec2Client.builder(), Ec2Client::describeAvailabilityZones).availabilityZones().stream()
                .filter(zone -> zone.zoneType() == null || zone.zoneType().equals("availability-zone"))
                .map(AvailabilityZone::zoneName)
                .sorted()
                .toList();
    }

    @Override
    public List<String> zonesOffering(String serverType) throws LabException {
        return account.query(Ec2Client.builder(), ec2 -> ServerTypes.zones(ec2, serverType));
    }

    @Override
    public PriceTable prices(AwsTestbedSettings settings) {
        return prices.current(settings);
    }

    @Override
    public List<TestbedStack> list() throws LabException {
        return catalogue.list();
    }

    @Override
    public Optional<TestbedStack> find(String testbed) throws LabException {
        return catalogue.find(testbed);
    }

    @Override
    public Map<String, Phrase> preflightTitles(AwsTestbedSettings settings, int functions) throws LabException {
        return preflight(settings, functions).titles();
    }

    @Override
    public List<PreflightResult> preflight(
            AwsTestbedSettings settings, int functions, Consumer<PreflightResult> listener)
            throws LabException, InterruptedException {
        return preflight(settings, functions).run(listener);
    }

    @Override
    public List<PreflightResult> examine(TestbedStack testbed, Consumer<PreflightResult> listener)
            throws InterruptedException {
        return new TestbedDoctor(account, testbed, clock).examine(listener);
    }

    private Preflight preflight(AwsTestbedSettings settings, int functions) throws InvalidTestbedSettingException {
        SettingsValidator.require(settings, region());
        return new Preflight(account, settings, functions, clock);
    }

    @Override
    public CreationPlan plan(AwsTestbedSettings settings, int functions, boolean currentPrices) throws LabException {
        SettingsValidator.require(settings, region());
        return new CreationPlan(
                settings, functions, region(), currentPrices ? prices.current(settings) : PriceTable.bundled());
    }

    @Override
    public ReadyTestbed create(
            AwsTestbedSettings settings,
            List<Integer> memorySizes,
            CreationListener listener,
            Cancellation cancellation)
            throws LabException, InterruptedException {
        SettingsValidator.require(settings, region());
        return withCreation(creation -> creation.create(settings, new TreeSet<>(memorySizes), listener, cancellation));
    }

    @Override
    public ReadyTestbed resume(
            String testbed, List<Integer> memorySizes, CreationListener listener, Cancellation cancellation)
            throws LabException, InterruptedException {
        SettingsValidator.requireName(testbed);
        return withCreation(creation -> creation.resume(testbed, new TreeSet<>(memorySizes), listener, cancellation));
    }

    @FunctionalInterface
    private interface CreationWork {
        ReadyTestbed run(TestbedCreation creation) throws LabException, InterruptedException;
    }

    private ReadyTestbed withCreation(CreationWork work) throws LabException, InterruptedException {
        ServiceEndpoint lambda = account.endpoint("lambda");
        try (LambdaInvoker streaming = new SdkLambdaInvoker(lambda, ResponseMode.STREAMED, 1);
                LambdaInvoker buffered = new SdkLambdaInvoker(lambda, ResponseMode.BUFFERED, 1)) {
            return work.run(new TestbedCreation(
                    account,
                    functionZip,
                    new FunctionProbe(streaming, buffered, account.failures(), clock),
                    this::delete,
                    random,
                    clock,
                    cancelled -> sleepers.apply(cancelled::sleep)));
        }
    }

    @Override
    public DeletionReport delete(String testbed, DeletionListener listener) throws LabException, InterruptedException {
        return new TestbedDeletion(account, testbed, clock, sleepers.apply(Sleeper.SYSTEM), DeletionTimeouts.DEFAULT)
                .run(listener);
    }

    @Override
    public Optional<MeasurementLock.Holder> measuring(TestbedStack testbed) throws LabException {
        Optional<String> bucket = testbed.bucket();
        if (bucket.isEmpty()) {
            return Optional.empty();
        }
        try (MeasurementLock lock = lock(testbed, bucket.get())) {
            return lock.holder();
        }
    }

    @Override
    public boolean release(TestbedStack testbed, MeasurementLock.Holder holder) throws LabException {
        Optional<String> bucket = testbed.bucket();
        if (bucket.isEmpty()) {
            return false;
        }
        try (MeasurementLock lock = lock(testbed, bucket.get())) {
            return lock.end(holder);
        }
    }

    private MeasurementLock lock(TestbedStack testbed, String bucket) {
        return new MeasurementLock(
                testbed.name(), account.client(S3Client.builder()), bucket, account.failures(), clock);
    }

    @Override
    public Instant extendLease(TestbedStack testbed, Duration by) throws LabException {
        return new LeaseExtensions(account).extend(testbed, by, clock.instant());
    }

    @Override
    public boolean awaitExtension(TestbedStack testbed, Instant end, BooleanSupplier cancelled)
            throws LabException, InterruptedException {
        LeaseExtensions extensions = new LeaseExtensions(account);
        return new Poller(clock, sleepers.apply(Sleeper.SYSTEM))
                        .pollUntil(
                                EXTENSION_READ,
                                Duration.ofSeconds(5),
                                () -> cancelled.getAsBoolean() || extensions.isRead(testbed, end))
                && !cancelled.getAsBoolean();
    }

    @Override
    public int runningServers(TestbedStack testbed) throws LabException {
        return (int) new ServerUptimeReader(account)
                .of(testbed.stackName(), clock.instant()).stream()
                        .filter(ServerUptime::running)
                        .count();
    }

    @Override
    public Optional<Cost> costSoFar(TestbedStack testbed) throws LabException {
        return prices.costSoFar(testbed, clock.instant());
    }

    @Override
    public void requireCapacity(String testbed, boolean outside, int functions, boolean iperf3)
            throws LabException, InterruptedException {
        ConcurrencyLimits limits = new ConcurrencyLimits(account);
        InterruptibleOpen.check(() -> {
            Optional<AwsTestbedSettings> settings = find(testbed).flatMap(TestbedStack::settings);
            if (settings.isPresent()) {
                limits.require(settings.get(), outside, functions, iperf3);
            }
        });
    }

    @Override
    public Testbed open(String testbed, boolean outside) throws LabException, InterruptedException {
        TestbedOpener opener = new TestbedOpener(account, clock, sleepers.apply(Sleeper.SYSTEM));
        return InterruptibleOpen.open(() -> opener.open(testbed, catalogue.find(testbed), outside));
    }
}
