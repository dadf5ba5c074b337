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
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.faasnetlab.ErrorCode;
import org.faasnetlab.ExhaustedResource;
import org.faasnetlab.LabException;
import org.faasnetlab.analysis.stats.Quantiles;
import org.faasnetlab.format.MoneyFormatter;
import org.faasnetlab.format.Phrase;
import org.faasnetlab.invoke.observe.AwsCall;
import org.faasnetlab.measure.MetricValues;
import org.faasnetlab.plan.ExperimentPlan;
import org.faasnetlab.run.ActiveRun;
import org.faasnetlab.run.Lab;
import org.faasnetlab.run.progress.RunProgress;
import org.faasnetlab.run.smoke.SmokeStep.State;
import org.faasnetlab.store.FunctionRow;
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
import org.faasnetlab.testbed.aws.stack.AwsTestbedSettings;
import org.faasnetlab.workload.NetworkSettings;
import org.faasnetlab.workload.iperf3.TcpMetrics;
import org.faasnetlab.workload.latency.ProbeMetrics;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers whether the AWS testbed works in a real account: creates one with a lease of 15 minutes, probes three memory sizes,
 * measures once with iperf3 and S3 in each direction, the round-trip time and latency probes, and deletes it. Whatever fails, the testbed is deleted if its creation
 * had begun, and there is a report.
 */
public final class SmokeTest {
    public static final String TESTBED = "smoke";

    private static final Logger LOG = LoggerFactory.getLogger(SmokeTest.class);

    static final String CREATION = "creation";
    static final String DELETION = "deletion and final scan";

    private static final Duration LEASE = Duration.ofMinutes(15);
    private static final int LARGEST_MEMORY = 10_240;
    private static final List<Integer> MEMORY_SIZES = List.of(128, 1769, LARGEST_MEMORY);

    /** Upper limit of the time that each function is billed for. */
    private static final Duration FUNCTION_TIME = Duration.ofMinutes(2);

    private static final BigDecimal MAX_DOLLARS = BigDecimal.ONE;

    /** TCP knows its round-trip time where the function sends. */
    private static final String ROUND_TRIP = "TCP round-trip time";

    private static final String PROBES = "latency probes";

    /** A measurement of one function. */
    private record Measurement(String name, String preset, List<String> settings) {}

    private static final Measurement FIRST_IPERF3 =
            new Measurement("iperf3 download", "iperf3-single", List.of("seconds=5", "direction=download"));

    private static final List<Measurement> MEASUREMENTS = List.of(
            FIRST_IPERF3,
            new Measurement("iperf3 upload", "iperf3-single", List.of("seconds=5", "direction=upload")),
            new Measurement(ROUND_TRIP, "iperf3-single", List.of("seconds=5", "direction=upload", "tcpInfo=on")),
            new Measurement(PROBES, "latency", List.of("seconds=5", "probe=20ms")),
            new Measurement("S3 download", "s3-download", List.of("objectMiB=64")),
            new Measurement("S3 upload", "s3-upload", List.of("objectMiB=64")));

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
     * The settings of its testbed.
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
                .portsPerServer(MEASUREMENTS.size())
                .build();
    }

    /**
     * The most that the test can cost: the server for its whole lease, and two minutes of each function.
     *
     * @throws LabException if no price is known, or it is a dollar or more
     */
    public static Cost maxCost(AwsTestbeds testbeds, AwsTestbedSettings settings) throws LabException {
        TestbedCost prices = new TestbedCost(testbeds.prices(settings));
        Optional<Cost> server = PriceTable.covers(testbeds.region()) ? prices.lease(settings) : Optional.empty();
        if (server.isEmpty()) {
            throw new LabException(
                    LabException.Kind.UNAVAILABLE,
                    "No price is known for " + settings.serverType() + " in " + testbeds.region() + ".",
                    "Choose another Region.");
        }
        Cost sum = server.get();
        for (int memory : MEMORY_SIZES) {
            sum = sum.plus(prices.functions(settings.architecture(), MEASUREMENTS.size(), memory, FUNCTION_TIME));
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
        if (step("preflight", () -> preflight(testbeds, settings)).passed() && mayContinue()) {
            stepIf(true, "prices and public servers", () -> freeQuestions(testbeds, settings));
            try {
                createAndMeasure(testbeds, settings);
            } finally {
                if (interrupted) {
                    skip(DELETION, "Interrupted. Delete the testbed with 'faasnetlab aws teardown " + TESTBED + "'.");
                } else {
                    step(DELETION, () -> delete(testbeds));
                }
            }
        } else {
            skip(CREATION, "");
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
        for (int memory : MEMORY_SIZES) {
            SmokeStep probed =
                    stepIf(created.passed(), "probe with " + memory + " MB", () -> probe(testbeds, settings, memory));
            if (memory == LARGEST_MEMORY && probed.state() == State.FAILED) {
                answers.set(SmokeQuestion.LARGEST_MEMORY, "failed: " + probed.detail());
            }
        }
        for (Measurement measurement : MEASUREMENTS) {
            SmokeStep measured = stepIf(created.passed(), measurement.name(), () -> measure(testbeds, measurement));
            if (measurement.equals(FIRST_IPERF3) && measured.state() != State.SKIPPED) {
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
        String run() throws LabException, InterruptedException;
    }

    private SmokeStep stepIf(boolean possible, String name, Work work) {
        return possible && mayContinue() ? step(name, work) : skip(name, "");
    }

    private SmokeStep skip(String name, String detail) {
        return add(new SmokeStep(name, State.SKIPPED, clock.instant(), Duration.ZERO, detail));
    }

    private SmokeStep step(String name, Work work) {
        Instant start = clock.instant();
        State state = State.FAILED;
        String detail;
        try {
            detail = work.run();
            state = State.PASSED;
        } catch (LabException e) {
            LOG.info("The step {} failed", name, e);
            detail = e.fullMessage();
        } catch (InterruptedException e) {
            interrupted = true;
            detail = "Interrupted.";
        } catch (RuntimeException | Error e) {
            detail = unexpected(name, e);
        }
        return add(
                new SmokeStep(name, state, start, Duration.between(start, clock.instant()), redactor.redact(detail)));
    }

    /** Without its message, which may contain anything. */
    private static String unexpected(String name, Throwable error) {
        Optional<LabException> exhausted = ExhaustedResource.of(error);
        if (exhausted.isPresent()) {
            return exhausted.get().fullMessage();
        }
        String code = ErrorCode.of(error);
        LOG.error("Error {} in the step {}", code, name, error);
        return "Unexpected error " + error.getClass().getSimpleName() + " (code " + code
                + "). See the log file for details.";
    }

    private SmokeStep add(SmokeStep step) {
        steps.add(step);
        listener.accept(step);
        return step;
    }

    private static String preflight(AwsTestbeds testbeds, AwsTestbedSettings settings)
            throws LabException, InterruptedException {
        if (testbeds.find(TESTBED).isPresent()) {
            throw failed("A testbed named " + TESTBED + " exists.", "Delete it with 'faasnetlab aws teardown smoke'.");
        }
        List<PreflightResult> results = testbeds.preflight(settings, 1, result -> {});
        List<PreflightResult> problems = results.stream()
                .filter(result -> result.state() == PreflightResult.State.PROBLEM)
                .toList();
        if (!problems.isEmpty()) {
            throw new LabException(
                    LabException.Kind.FAILED,
                    problems.get(0).meaning(),
                    problems.get(0).remedy());
        }
        return results.stream()
                .map(result -> result.id() + " " + result.state().name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    }

    /**
     * Answers questions that cost nothing: the current prices, and the checks for servers with public addresses, which this
     * test does not create.
     */
    private String freeQuestions(AwsTestbeds testbeds, AwsTestbedSettings settings)
            throws LabException, InterruptedException {
        List<String> missing = withoutAwsPrice(testbeds.prices(settings), settings);
        answers.set(
                SmokeQuestion.PRICES,
                missing.isEmpty() ? "yes" : "no product found for: " + String.join(", ", missing));
        boolean newVpc = settings.network().map(own -> true, own -> false, existing -> false);
        if (!newVpc) {
            return "Public servers are not tested in an existing VPC.";
        }
        List<PreflightResult> results =
                testbeds.preflight(settings.toBuilder().outsideServers(1).build(), 1, result -> {});
        answer(results, "public-address", SmokeQuestion.DRY_RUN);
        answer(results, "function-bandwidth", SmokeQuestion.BANDWIDTH_QUOTA);
        return "";
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

    private String create(AwsTestbeds testbeds, AwsTestbedSettings settings) throws LabException, InterruptedException {
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
        return "The testbed is ready.";
    }

    private void answerAfterCreation(SmokeStep created, AwsTestbedSettings settings) {
        boolean endpoint =
                settings.network().map(own -> true, own -> true, existing -> existing.endpointRouteTableId() != null);
        if (created.passed()) {
            answers.set(SmokeQuestion.READY, seconds(created.time()));
            answers.set(SmokeQuestion.PACKAGES, endpoint ? "yes" : "not tested: the subnet has its own path to S3");
        } else if (endpoint && created.detail().contains("install iperf3")) {
            answers.set(SmokeQuestion.PACKAGES, "no: " + created.detail());
        }
    }

    /** Creation resumes, publishes the missing size and invokes it. */
    private String probe(AwsTestbeds testbeds, AwsTestbedSettings settings, int memory)
            throws LabException, InterruptedException {
        ReadyTestbed ready = testbeds.create(settings, List.of(memory), creation, cancellation);
        if (memory == LARGEST_MEMORY
                && ready.functions().stream()
                        .anyMatch(function -> function.ready().memoryMb() == memory)) {
            answers.set(SmokeQuestion.LARGEST_MEMORY, "yes");
        }
        return ready.functions().stream()
                .map(function -> "A " + (function.ready().cold() ? "cold" : "warm") + " function answered after "
                        + seconds(function.readyAfter()) + ".")
                .collect(Collectors.joining(" "));
    }

    private static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0);
    }

    private String measure(AwsTestbeds testbeds, Measurement measurement) throws LabException, InterruptedException {
        List<String> settings = new ArrayList<>(List.of("functions=1", "repeats=1"));
        settings.addAll(measurement.settings());
        ExperimentPlan plan = lab.presets()
                .settings()
                .apply(lab.presets().byName(measurement.preset()).plan(), settings)
                .withNetwork(NetworkSettings.REAL)
                .withTitle("Smoke test: " + measurement.name());
        RunRow run;
        try (Testbed testbed = testbeds.open(TESTBED, false)) {
            run = started(lab.runs().start(plan, testbed, new RunProgress(clock)))
                    .ended()
                    .toCompletableFuture()
                    .get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the run failed with an unexpected error", e.getCause());
        }
        String saved = "Saved as run " + run.id() + ".";
        if (run.status() != RunStatus.COMPLETED) {
            throw failed("The run ended as " + run.status().name().toLowerCase(Locale.ROOT) + ".", reason(run) + saved);
        }
        if (measurement.name().equals(PROBES)) {
            return probes(run) + " " + saved;
        }
        if (!measurement.name().equals(ROUND_TRIP)) {
            return saved;
        }
        String roundTrip = roundTrip(run);
        answers.set(SmokeQuestion.ROUND_TRIP, roundTrip);
        return "Round-trip time: " + roundTrip + ". " + saved;
    }

    /** @throws LabException if no probe was answered: the run completes nevertheless */
    private String probes(RunRow run) throws LabException {
        MetricValues metrics = lab.store().functions(run.id()).stream()
                .map(FunctionRow::metrics)
                .findFirst()
                .orElse(MetricValues.NONE);
        Double median = metrics.get(ProbeMetrics.IDLE_P50.id());
        Double loss = metrics.get(ProbeMetrics.LOSS.id());
        if (median == null || loss == null) {
            answers.set(SmokeQuestion.PROBES, "no");
            throw failed(
                    "The echo server answered no probe.",
                    "Run 'faasnetlab aws doctor " + TESTBED
                            + "' while the testbed exists: the console of the server may tell why.");
        }
        String result = String.format(Locale.ROOT, "median %.2f ms, %.1f %% not answered", median / 1000, loss * 100);
        answers.set(SmokeQuestion.PROBES, "yes: " + result);
        return "Probes: " + result + ".";
    }

    private String roundTrip(RunRow run) throws LabException {
        double[] micros = lab.store().intervals(run.id(), 0).stream()
                .map(interval -> interval.interval().metrics().get(TcpMetrics.RTT.id()))
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .toArray();
        return micros.length == 0
                ? "not reported by iperf3"
                : String.format(Locale.ROOT, "%.2f ms", Quantiles.of(micros, 0.5) / 1000);
    }

    /** Why functions or trials failed, a sentence with a space after it; empty if unknown. */
    private String reason(RunRow run) throws LabException {
        return Stream.concat(
                        Stream.ofNullable(run.message()),
                        lab.store().functions(run.id()).stream().map(FunctionRow::failureMessage))
                .filter(message -> message != null && !message.isBlank())
                .findFirst()
                .map(message -> message + " ")
                .orElse("");
    }

    private String delete(AwsTestbeds testbeds) throws LabException, InterruptedException {
        InterfaceWait interfaces = new InterfaceWait(deletion, clock);
        DeletionReport report;
        try {
            report = testbeds.delete(TESTBED, interfaces);
        } finally {
            answers.set(SmokeQuestion.INTERFACES, interfaces.text());
        }
        if (!report.isClean()) {
            throw new LabException(
                    LabException.Kind.FAILED, report.sentence(), Phrase.of("Run 'faasnetlab aws teardown smoke'."));
        }
        return report.sentence().toString();
    }

    private static LabException failed(String message, String nextStep) {
        return new LabException(LabException.Kind.FAILED, message, nextStep);
    }
}
