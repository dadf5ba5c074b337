package org.faasnetlab.testbed.aws.testbeds;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.faasnetlab.LabException;
import org.faasnetlab.invoke.AnswerMode;
import org.faasnetlab.invoke.LambdaInvoker;
import org.faasnetlab.invoke.LambdaInvokers;
import org.faasnetlab.invoke.ServiceEndpoint;
import org.faasnetlab.testbed.Testbed;
import org.faasnetlab.testbed.aws.AwsAccount;
import org.faasnetlab.testbed.aws.AwsIdentity;
import org.faasnetlab.testbed.aws.AwsPlan;
import org.faasnetlab.testbed.aws.AwsTestbedSettings;
import org.faasnetlab.testbed.aws.BadTestbedSettingException;
import org.faasnetlab.testbed.aws.Cost;
import org.faasnetlab.testbed.aws.PriceTable;
import org.faasnetlab.testbed.aws.SettingsCheck;
import org.faasnetlab.testbed.aws.TestbedStack;
import org.faasnetlab.testbed.aws.TypeOfferings;
import org.faasnetlab.testbed.aws.calls.Pause;
import org.faasnetlab.testbed.aws.preflight.Preflight;
import org.faasnetlab.testbed.aws.preflight.PreflightLine;
import org.faasnetlab.testbed.aws.setup.Cancellation;
import org.faasnetlab.testbed.aws.setup.FunctionProbe;
import org.faasnetlab.testbed.aws.setup.ReadyTestbed;
import org.faasnetlab.testbed.aws.setup.SetupListener;
import org.faasnetlab.testbed.aws.setup.TestbedCatalogue;
import org.faasnetlab.testbed.aws.setup.TestbedSetup;
import org.faasnetlab.testbed.aws.teardown.Patience;
import org.faasnetlab.testbed.aws.teardown.Teardown;
import org.faasnetlab.testbed.aws.teardown.TeardownListener;
import org.faasnetlab.testbed.aws.teardown.TeardownReport;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.AvailabilityZone;

/** The testbeds of one account and Region, by what AWS says. */
final class AccountTestbeds implements AwsTestbeds {

    private final String name;
    private final AwsAccount account;
    private final Path functionZip;
    private final Clock clock;
    private final SecureRandom random;
    private final UnaryOperator<Pause> pauses;
    private final TestbedCatalogue catalogue;
    private final KnownPrices prices;

    /**
     * @param name the account's name for users
     * @param pauses what becomes of the pauses between two looks at AWS
     */
    AccountTestbeds(
            String name,
            AwsAccount account,
            Path functionZip,
            Clock clock,
            SecureRandom random,
            UnaryOperator<Pause> pauses) {
        this.name = name;
        this.account = account;
        this.functionZip = functionZip;
        this.clock = clock;
        this.random = random;
        this.pauses = pauses;
        this.catalogue = new TestbedCatalogue(account);
        this.prices = new KnownPrices(account);
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
    public AwsIdentity identity() throws LabException {
        return account.identity();
    }

    @Override
    public List<String> zones() throws LabException {
        return account.ask(Ec2Client.builder(), Ec2Client::describeAvailabilityZones).availabilityZones().stream()
                .filter(zone -> zone.zoneType() == null || zone.zoneType().equals("availability-zone"))
                .map(AvailabilityZone::zoneName)
                .sorted()
                .toList();
    }

    @Override
    public List<String> zonesWith(String serverType) throws LabException {
        return account.ask(Ec2Client.builder(), ec2 -> TypeOfferings.zones(ec2, serverType));
    }

    @Override
    public PriceTable prices(AwsTestbedSettings settings) {
        return prices.asked(settings);
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
    public Map<String, String> preflightTitles(AwsTestbedSettings settings, int functions) throws LabException {
        return preflight(settings, functions).titles();
    }

    @Override
    public List<PreflightLine> preflight(AwsTestbedSettings settings, int functions, Consumer<PreflightLine> listener)
            throws LabException, InterruptedException {
        return preflight(settings, functions).run(listener);
    }

    private Preflight preflight(AwsTestbedSettings settings, int functions) throws BadTestbedSettingException {
        SettingsCheck.require(settings, region());
        return new Preflight(account, settings, functions, clock);
    }

    @Override
    public AwsPlan plan(AwsTestbedSettings settings, boolean askPrices) throws LabException {
        SettingsCheck.require(settings, region());
        return new AwsPlan(settings, askPrices ? prices.asked(settings) : KnownPrices.shipped());
    }

    @Override
    public ReadyTestbed setUp(
            AwsTestbedSettings settings, List<Integer> memorySizes, SetupListener listener, Cancellation cancellation)
            throws LabException, InterruptedException {
        SettingsCheck.require(settings, region());
        return withSetup(listener, setup -> setup.setUp(settings, new TreeSet<>(memorySizes), listener, cancellation));
    }

    @Override
    public ReadyTestbed goOn(
            String testbed, List<Integer> memorySizes, SetupListener listener, Cancellation cancellation)
            throws LabException, InterruptedException {
        SettingsCheck.requireName(testbed);
        return withSetup(listener, setup -> setup.goOn(testbed, new TreeSet<>(memorySizes), listener, cancellation));
    }

    @FunctionalInterface
    private interface SettingUp {
        ReadyTestbed with(TestbedSetup setup) throws LabException, InterruptedException;
    }

    private ReadyTestbed withSetup(SetupListener listener, SettingUp work) throws LabException, InterruptedException {
        ServiceEndpoint lambda = account.endpoint("lambda");
        try (LambdaInvoker streaming = LambdaInvokers.of(lambda, AnswerMode.STREAMED, 1);
                LambdaInvoker buffered = LambdaInvokers.of(lambda, AnswerMode.BUFFERED, 1)) {
            return work.with(new TestbedSetup(
                    account,
                    functionZip,
                    new FunctionProbe(streaming, buffered, account.failures(), clock),
                    new CancelledSetup(this::tearDown, listener),
                    random,
                    clock,
                    cancelled -> pauses.apply(cancelled::pause)));
        }
    }

    @Override
    public TeardownReport tearDown(String testbed, TeardownListener listener)
            throws LabException, InterruptedException {
        return new Teardown(account, testbed, clock, pauses.apply(Pause.REAL), Patience.DEFAULT).run(listener);
    }

    @Override
    public Optional<Cost> soFar(TestbedStack testbed) throws LabException {
        Instant now = clock.instant();
        Duration age = Duration.between(testbed.createdAt(), now);
        return prices.soFar(testbed, age, now);
    }

    @Override
    public void requireRoom(String testbed, boolean outside, int functions, boolean iperf3)
            throws LabException, InterruptedException {
        FunctionRoom room = new FunctionRoom(account);
        LeavableOpening.look(() -> {
            Optional<AwsTestbedSettings> settings = find(testbed).flatMap(TestbedStack::settings);
            if (settings.isPresent()) {
                room.require(settings.get(), outside, functions, iperf3);
            }
        });
    }

    @Override
    public Testbed open(String testbed, boolean outside) throws LabException, InterruptedException {
        TestbedOpening opening = new TestbedOpening(account, clock, pauses.apply(Pause.REAL));
        return LeavableOpening.open(() -> opening.open(testbed, catalogue.find(testbed), outside));
    }
}
