package org.faasnetlab.run.smoke;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.faasnetlab.ErrorCode;
import org.faasnetlab.ExhaustedResource;
import org.faasnetlab.LabException;
import org.faasnetlab.format.MoneyFormatter;
import org.faasnetlab.format.Phrase;
import org.faasnetlab.invoke.observe.AwsCall;
import org.faasnetlab.measure.DataSize;
import org.faasnetlab.plan.ExperimentPlan;
import org.faasnetlab.run.ActiveRun;
import org.faasnetlab.run.Lab;
import org.faasnetlab.run.progress.RunProgress;
import org.faasnetlab.run.smoke.SmokeStep.State;
import org.faasnetlab.store.RunRow;
import org.faasnetlab.store.RunStatus;
import org.faasnetlab.testbed.Testbed;
import org.faasnetlab.testbed.aws.AwsTestbeds;
import org.faasnetlab.testbed.aws.calls.Redactor;
import org.faasnetlab.testbed.aws.creation.Cancellation;
import org.faasnetlab.testbed.aws.creation.CreationListener;
import org.faasnetlab.testbed.aws.creation.FunctionProbe;
import org.faasnetlab.testbed.aws.creation.ReadyTestbed;
import org.faasnetlab.testbed.aws.deletion.DeletionListener;
import org.faasnetlab.testbed.aws.deletion.DeletionReport;
import org.faasnetlab.testbed.aws.preflight.PreflightResult;
import org.faasnetlab.testbed.aws.pricing.Cost;
import org.faasnetlab.testbed.aws.pricing.Price;
import org.faasnetlab.testbed.aws.pricing.PriceSource;
import org.faasnetlab.testbed.aws.pricing.PriceTable;
import org.faasnetlab.testbed.aws.pricing.TestbedCost;
import org.faasnetlab.testbed.aws.stack.AwsNetwork;
import org.faasnetlab.testbed.aws.stack.AwsTestbedSettings;
import org.faasnetlab.testbed.aws.stack.TestbedStack;
import org.faasnetlab.workload.NetworkSettings;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers whether the AWS testbed works in a real account: creates one with a lease of 15 minutes, extends it, probes three
 * memory sizes, makes each {@link SmokeMeasurement} once, and deletes it. Whatever fails, the testbed is deleted if its
 * creation had begun, and there is a report.
 */
public final class SmokeTest {
    public static final String TESTBED = "smoke";

    private static final Logger LOG = LoggerFactory.getLogger(SmokeTest.class);

    static final Phrase CREATION = Phrase.of("creation");
    static final Phrase DELETION = Phrase.of("deletion and final scan");

    private static final Phrase NOTHING = Phrase.verbatim("");
    private static final Duration LEASE = Duration.ofMinutes(15);
    private static final Duration EXTENSION = Duration.ofMinutes(10);
    private static final int LARGEST_MEMORY = 10_240;
    private static final List<Integer> MEMORY_SIZES = List.of(128, 1769, LARGEST_MEMORY);

    /** Upper limit of the time that each function is billed for. */
    private static final Duration FUNCTION_TIME = Duration.ofMinutes(2);

    private static final BigDecimal MAX_DOLLARS = BigDecimal.ONE;

    /** The most that the measurement outside the VPC can transfer: AWS states up to 3 Gbit/s. */
    private static final DataSize OUTSIDE_TRAFFIC = new DataSize(
            3_000_000_000L / 8 * SmokeMeasurement.OUTSIDE_SECONDS * SmokeMeasurement.OUTSIDE_MEMORY_SIZES.size());

    private final Lab lab;
    private final String version;
    private final Clock clock;
    private final CreationListener creation;
    private final DeletionListener deletion;
    private final Consumer<SmokeStep> listener;
    private final Redactor redactor = new Redactor();
    private final List<SmokeStep> steps = new ArrayList<>();
    private final SmokeAnswers answers = new SmokeAnswers();
    private final Cancellation cancellation = new Cancellation();
    private @Nullable ActiveRun measuring;
    private boolean cancelled;
    private boolean interrupted;

    /** Whether the account lets the testbed have a public server. */
    private boolean publicServer;

    /** @param listener receives each step when it has ended, on the calling thread */
    public SmokeTest(
            Lab lab,
            String version,
            Clock clock,
            CreationListener creation,
            DeletionListener deletion,
            Consumer<SmokeStep> listener) {
        this.lab = lab;
        this.version = version;
        this.clock = clock;
        this.creation = creation;
        this.deletion = deletion;
        this.listener = listener;
    }

    /**
     * The settings of its testbed in a new VPC, with a public server.
     *
     * @param zone an Availability Zone, or null for the first that offers the instance type
     */
    public static AwsTestbedSettings settings(AwsTestbeds testbeds, @Nullable String zone) throws LabException {
        AwsTestbedSettings defaults = settings(zone == null ? testbeds.region() + "a" : zone);
        if (zone != null) {
            return defaults;
        }
        List<String> zones = testbeds.zonesOffering(defaults.serverType());
        return zones.isEmpty() ? defaults : settings(zones.get(0));
    }

    private static AwsTestbedSettings settings(String zone) {
        return AwsTestbedSettings.defaults(TESTBED, zone).toBuilder()
                .lease(LEASE)
                .portsPerServer(SmokeMeasurement.values().length)
                .outsideServers(1)
                .build();
    }

    /** Whether a network has a subnet for a public server. */
    public static boolean canHavePublicServer(AwsNetwork network) {
        return network.map(
                own -> true, own -> own.publicSubnetId() != null, existing -> existing.publicSubnetId() != null);
    }

    /**
     * The most that the test can cost: the servers for their whole extended lease, two minutes of each function, and the traffic
     * of a public server.
     *
     * @throws LabException if no price is known, or it is a dollar or more
     */
    public static Cost maxCost(AwsTestbeds testbeds, AwsTestbedSettings settings) throws LabException {
        TestbedCost prices = new TestbedCost(testbeds.prices(settings));
        AwsTestbedSettings extended =
                settings.toBuilder().lease(LEASE.plus(EXTENSION)).build();
        Optional<Cost> server = PriceTable.covers(testbeds.region()) ? prices.lease(extended) : Optional.empty();
        if (server.isEmpty()) {
            throw new LabException(
                    LabException.Kind.UNAVAILABLE,
                    "No price is known for " + settings.serverType() + " in " + testbeds.region() + ".",
                    "Choose another Region.");
        }
        Cost sum = server.get();
        for (int memory : MEMORY_SIZES) {
            sum = sum.plus(
                    prices.functions(settings.architecture(), SmokeMeasurement.values().length, memory, FUNCTION_TIME));
        }
        if (settings.outsideServers() > 0) {
            for (int memory : SmokeMeasurement.OUTSIDE_MEMORY_SIZES) {
                sum = sum.plus(prices.functions(settings.architecture(), 1, memory, FUNCTION_TIME));
            }
            sum = sum.plus(prices.publicTransfer(OUTSIDE_TRAFFIC));
        }
        if (sum.dollars().compareTo(MAX_DOLLARS) >= 0) {
            throw new LabException(
                    LabException.Kind.UNAVAILABLE,
                    "The smoke test would cost up to " + MoneyFormatter.format(sum.dollars()) + ".",
                    "It is meant to cost less than a dollar. Choose another Region.");
        }
        return sum;
    }

    /**
     * Skips what has not begun, stops the measurement, and lets {@link #run} delete what was created and return its report.
     * Can be called from any thread.
     */
    public synchronized void cancel() {
        cancelled = true;
        cancellation.cancel();
        if (measuring != null) {
            measuring.cancel();
        }
    }

    private synchronized boolean isCancelled() {
        return cancelled;
    }

    /** Remembers the run that {@link #cancel} stops. */
    private synchronized ActiveRun started(ActiveRun run) {
        measuring = run;
        if (cancelled) {
            run.cancel();
        }
        return run;
    }

    /**
     * Runs the test, which takes about 15 minutes. Never fails: whatever happens is the result of a step. If the thread is
     * interrupted, the test stops, and what it has created is not deleted.
     */
    public SmokeReport run(AwsTestbeds account, AwsTestbedSettings settings) {
        List<AwsCall> calls = Collections.synchronizedList(new ArrayList<>());
        AwsTestbeds testbeds = account.observedBy(calls::add);
        AwsTestbedSettings inside = settings.toBuilder().outsideServers(0).build();
        if (step(Phrase.of("preflight"), () -> preflight(testbeds, inside)).passed() && mayContinue()) {
            stepIf(true, Phrase.of("prices and public servers"), () -> freeQuestions(testbeds, settings));
            try {
                createAndMeasure(testbeds, publicServer ? settings : inside);
            } finally {
                if (interrupted) {
                    skip(DELETION, Phrase.of("Interrupted. Delete the testbed with 'faasnetlab aws teardown smoke'."));
                } else {
                    step(DELETION, () -> delete(testbeds));
                }
            }
        } else {
            skip(CREATION, NOTHING);
        }
        List<AwsCall> made;
        synchronized (calls) {
            made = List.copyOf(calls);
        }
        boolean passed = steps.stream().allMatch(SmokeStep::passed);
        return new SmokeReport(version, testbeds.region(), steps, made, answers.all(made, passed));
    }

    private void createAndMeasure(AwsTestbeds testbeds, AwsTestbedSettings settings) {
        SmokeStep created = step(CREATION, () -> create(testbeds, settings));
        answerAfterCreation(created, settings);
        stepIf(created.passed(), Phrase.of("extended lease"), () -> extendLease(testbeds));
        for (int memory : MEMORY_SIZES) {
            SmokeStep probed = stepIf(
                    created.passed(), Phrase.of("probe with {0} MB", memory), () -> probe(testbeds, settings, memory));
            if (memory == LARGEST_MEMORY && probed.state() == State.FAILED) {
                answers.set(SmokeQuestion.LARGEST_MEMORY, "failed: " + probed.detail());
            }
        }
        for (SmokeMeasurement measurement : SmokeMeasurement.values()) {
            if (measurement == SmokeMeasurement.OUTSIDE && settings.outsideServers() == 0) {
                continue;
            }
            SmokeStep measured = stepIf(created.passed(), measurement.title(), () -> measure(testbeds, measurement));
            if (measurement == SmokeMeasurement.IPERF3_DOWNLOAD && measured.state() != State.SKIPPED) {
                answers.set(SmokeQuestion.PACKED_IPERF3, measured.passed() ? "yes" : "failed: " + measured.detail());
            }
        }
    }

    private boolean mayContinue() {
        return !interrupted && !isCancelled();
    }

    /** Work of a step that returns its detail. */
    @FunctionalInterface
    private interface Work {
        Phrase run() throws LabException, InterruptedException;
    }

    private SmokeStep stepIf(boolean possible, Phrase name, Work work) {
        return possible && mayContinue() ? step(name, work) : skip(name, NOTHING);
    }

    private SmokeStep skip(Phrase name, Phrase detail) {
        return add(new SmokeStep(name, State.SKIPPED, clock.instant(), Duration.ZERO, detail));
    }

    private SmokeStep step(Phrase name, Work work) {
        Instant start = clock.instant();
        State state = State.FAILED;
        Phrase detail;
        try {
            detail = work.run();
            state = State.PASSED;
        } catch (LabException e) {
            LOG.info("The step {} failed", name, e);
            detail = Phrase.sentences(e.sentence(), e.advice());
        } catch (InterruptedException e) {
            interrupted = true;
            detail = Phrase.of("Interrupted.");
        } catch (RuntimeException | Error e) {
            detail = unexpected(name, e);
        }
        return add(new SmokeStep(
                name, state, start, Duration.between(start, clock.instant()), detail.mapValues(redactor::redact)));
    }

    /** Without its message, which may contain anything. */
    private static Phrase unexpected(Phrase name, Throwable error) {
        Optional<LabException> exhausted = ExhaustedResource.of(error);
        if (exhausted.isPresent()) {
            return Phrase.sentences(exhausted.get().sentence(), exhausted.get().advice());
        }
        String code = ErrorCode.of(error);
        LOG.error("Error {} in the step {}", code, name, error);
        return Phrase.of(
                "Unexpected error {0} (code {1}). See the log file for details.",
                error.getClass().getSimpleName(), code);
    }

    private SmokeStep add(SmokeStep step) {
        steps.add(step);
        listener.accept(step);
        return step;
    }

    private static Phrase preflight(AwsTestbeds testbeds, AwsTestbedSettings settings)
            throws LabException, InterruptedException {
        if (testbeds.find(TESTBED).isPresent()) {
            throw failed(
                    Phrase.of("A testbed named {0} exists.", TESTBED),
                    Phrase.of("Delete it with 'faasnetlab aws teardown smoke'."));
        }
        List<PreflightResult> results = testbeds.preflight(settings, 1, result -> {});
        Optional<PreflightResult> problem = problem(results);
        if (problem.isPresent()) {
            throw failed(problem.get().meaning(), problem.get().remedy());
        }
        return Phrase.verbatim(results.stream()
                .map(result -> result.id() + " " + result.state().name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", ")));
    }

    private static Optional<PreflightResult> problem(List<PreflightResult> results) {
        return results.stream()
                .filter(result -> result.state() == PreflightResult.State.PROBLEM)
                .findFirst();
    }

    /**
     * Answers questions that cost nothing: the current prices, and the checks for servers with public addresses, which decide
     * whether the testbed has one.
     */
    private Phrase freeQuestions(AwsTestbeds testbeds, AwsTestbedSettings settings)
            throws LabException, InterruptedException {
        List<String> missing = withoutAwsPrice(testbeds.prices(settings), settings);
        answers.set(
                SmokeQuestion.PRICES,
                missing.isEmpty() ? "yes" : "no product found for: " + String.join(", ", missing));
        if (!canHavePublicServer(settings.network())) {
            return Phrase.of("Without a public subnet, no public server is tested.");
        }
        List<PreflightResult> results =
                testbeds.preflight(settings.toBuilder().outsideServers(1).build(), 1, result -> {});
        answer(results, "public-address", SmokeQuestion.DRY_RUN);
        answer(results, "function-bandwidth", SmokeQuestion.BANDWIDTH_QUOTA);
        if (settings.outsideServers() == 0) {
            return Phrase.of("No public server was requested.");
        }
        Optional<PreflightResult> problem = problem(results);
        if (problem.isPresent()) {
            answers.set(
                    SmokeQuestion.PUBLIC_BANDWIDTH,
                    "not tested: " + redactor.redact(problem.get().meaning().toString()));
            return Phrase.of("No public server is created: {0}", problem.get().meaning());
        }
        publicServer = true;
        return NOTHING;
    }

    private static List<String> withoutAwsPrice(PriceTable prices, AwsTestbedSettings settings) {
        Map<String, Optional<Price>> needed = new TreeMap<>();
        needed.put(settings.serverType(), prices.serverHour(settings.serverType()));
        needed.put("disk", Optional.of(prices.diskGbHour()));
        needed.put("function time", Optional.of(prices.functionGbSecond(settings.architecture())));
        needed.put("function requests", Optional.of(prices.functionRequest()));
        needed.put("S3 GET", Optional.of(prices.s3Get()));
        needed.put("S3 PUT", Optional.of(prices.s3Put()));
        return needed.entrySet().stream()
                .filter(entry -> entry.getValue()
                        .filter(price -> price.source().publisher() == PriceSource.Publisher.AWS)
                        .isEmpty())
                .map(Map.Entry::getKey)
                .toList();
    }

    /** An unknown result means that AWS did not report it. */
    private void answer(List<PreflightResult> results, String id, SmokeQuestion question) {
        results.stream().filter(result -> result.id().equals(id)).findFirst().ifPresent(result -> {
            String answer = result.state() == PreflightResult.State.UNKNOWN ? "no: " : "yes: ";
            answers.set(question, redactor.redact(answer + result.meaning()));
        });
    }

    private Phrase create(AwsTestbeds testbeds, AwsTestbedSettings settings) throws LabException, InterruptedException {
        ReadyTestbed ready = testbeds.create(settings, List.of(MEMORY_SIZES.get(0)), creation, cancellation);
        answers.set(SmokeQuestion.STREAMING, ready.streaming() ? "yes" : "no");
        for (FunctionProbe.Result function : ready.functions()) {
            answers.set(
                    SmokeQuestion.COLD_START,
                    function.ready().cold()
                            ? seconds(function.readyAfter())
                            : "not measured: the function was not cold");
        }
        if (!ready.description().serverFacts().isEmpty()) {
            String facts = ready.description().serverFacts().values().iterator().next();
            answers.set(SmokeQuestion.AUTHENTICATION, (facts.contains("authentication") ? "yes: " : "no: ") + facts);
        }
        return Phrase.of("The testbed is ready.");
    }

    private void answerAfterCreation(SmokeStep created, AwsTestbedSettings settings) {
        boolean endpoint =
                settings.network().map(own -> true, own -> true, existing -> existing.endpointRouteTableId() != null);
        if (created.passed()) {
            answers.set(SmokeQuestion.READY, seconds(created.time()));
            answers.set(SmokeQuestion.PACKAGES, endpoint ? "yes" : "not tested: the subnet has its own path to S3");
        } else if (endpoint && created.detail().toString().contains("install iperf3")) {
            answers.set(SmokeQuestion.PACKAGES, "no: " + created.detail());
        }
    }

    private Phrase extendLease(AwsTestbeds testbeds) throws LabException, InterruptedException {
        TestbedStack testbed = testbeds.find(TESTBED)
                .orElseThrow(() -> failed(
                        Phrase.of("There is no testbed named {0}.", TESTBED),
                        Phrase.of("Somebody has deleted it. Repeat the test.")));
        Instant end = testbeds.extendLease(testbed, EXTENSION);
        if (!testbeds.awaitExtension(testbed, end, this::isCancelled)) {
            answers.set(
                    SmokeQuestion.EXTENDED_LEASE, isCancelled() ? "" : "no: the console of a server does not show it");
            throw failed(
                    Phrase.of("The servers did not show on their consoles that they have read the extended lease."),
                    Phrase.of("Without it they terminate at the end of the first lease."));
        }
        answers.set(SmokeQuestion.EXTENDED_LEASE, "yes");
        return Phrase.of("The servers have read it.");
    }

    /** Creation resumes, publishes the missing size and invokes it. */
    private Phrase probe(AwsTestbeds testbeds, AwsTestbedSettings settings, int memory)
            throws LabException, InterruptedException {
        ReadyTestbed ready = testbeds.create(settings, List.of(memory), creation, cancellation);
        if (memory == LARGEST_MEMORY
                && ready.functions().stream()
                        .anyMatch(function -> function.ready().memoryMb() == memory)) {
            answers.set(SmokeQuestion.LARGEST_MEMORY, "yes");
        }
        return Phrase.join(
                " ",
                ready.functions().stream()
                        .map(function -> function.ready().cold()
                                ? Phrase.of("A cold function answered after {0}.", seconds(function.readyAfter()))
                                : Phrase.of("A warm function answered after {0}.", seconds(function.readyAfter())))
                        .toList());
    }

    private static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0);
    }

    private Phrase measure(AwsTestbeds testbeds, SmokeMeasurement measurement)
            throws LabException, InterruptedException {
        List<String> settings = new ArrayList<>(List.of("functions=1", "repeats=1"));
        settings.addAll(measurement.settings());
        ExperimentPlan plan = lab.presets()
                .settings()
                .apply(lab.presets().byName(measurement.preset()).plan(), settings)
                .withNetwork(NetworkSettings.REAL)
                .withTitle("Smoke test: " + measurement.title());
        RunRow run;
        try (Testbed testbed = testbeds.open(TESTBED, measurement == SmokeMeasurement.OUTSIDE)) {
            run = started(lab.runs().start(plan, testbed, new RunProgress(clock)))
                    .ended()
                    .toCompletableFuture()
                    .get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the run failed with an unexpected error", e.getCause());
        }
        SmokeResults results = new SmokeResults(lab.store());
        Phrase saved = Phrase.of("Saved as run {0}.", run.id());
        if (run.status() != RunStatus.COMPLETED) {
            String status = run.status().name().toLowerCase(Locale.ROOT);
            String reason = results.failure(run);
            throw failed(
                    Phrase.of("The run ended as {0}.", Phrase.named("status." + status, status)),
                    reason.isEmpty() ? saved : Phrase.sentences(Phrase.verbatim(reason), saved));
        }
        return switch (measurement) {
            case PROBES -> Phrase.sentences(probed(results.probes(run)), saved);
            case ROUND_TRIP -> {
                String time = results.roundTrip(run).orElse("not reported by iperf3");
                answers.set(SmokeQuestion.ROUND_TRIP, time);
                yield Phrase.sentences(Phrase.of("Round-trip time: {0}.", time), saved);
            }
            case OUTSIDE -> {
                String rates = results.bandwidthsByMemory(run).orElse("not measured: the transfers were too short");
                answers.set(SmokeQuestion.PUBLIC_BANDWIDTH, rates);
                yield Phrase.sentences(Phrase.of("Bandwidth after the burst: {0}.", rates), saved);
            }
            case IPERF3_DOWNLOAD, IPERF3_UPLOAD, S3_DOWNLOAD, S3_UPLOAD -> saved;
        };
    }

    /** @throws LabException if no probe was answered: the run completes nevertheless */
    private Phrase probed(Optional<String> result) throws LabException {
        answers.set(SmokeQuestion.PROBES, result.map("yes: "::concat).orElse("no"));
        return result.map(probes -> Phrase.of("Probes: {0}.", probes))
                .orElseThrow(() -> failed(
                        Phrase.of("The echo server answered no probe."),
                        Phrase.of(
                                "Run 'faasnetlab aws doctor {0}' while the testbed exists: the console of the server may tell why.",
                                TESTBED)));
    }

    private Phrase delete(AwsTestbeds testbeds) throws LabException, InterruptedException {
        InterfaceWait interfaces = new InterfaceWait(deletion, clock);
        DeletionReport report;
        try {
            report = testbeds.delete(TESTBED, interfaces);
        } finally {
            answers.set(SmokeQuestion.INTERFACES, interfaces.text());
        }
        if (!report.isClean()) {
            throw failed(report.sentence(), Phrase.of("Run 'faasnetlab aws teardown smoke'."));
        }
        return report.sentence();
    }

    private static LabException failed(Phrase sentence, Phrase advice) {
        return new LabException(LabException.Kind.FAILED, sentence, advice);
    }
}
