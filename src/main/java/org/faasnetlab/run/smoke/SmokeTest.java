package org.faasnetlab.run.smoke;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.faasnetlab.LabException;
import org.faasnetlab.analysis.stats.Quantiles;
import org.faasnetlab.format.MoneyFormatter;
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
import org.faasnetlab.testbed.aws.account.AwsCall;
import org.faasnetlab.testbed.aws.calls.Redactor;
import org.faasnetlab.testbed.aws.creation.Cancellation;
import org.faasnetlab.testbed.aws.creation.CreationListener;
import org.faasnetlab.testbed.aws.creation.ReadyTestbed;
import org.faasnetlab.testbed.aws.deletion.DeletionListener;
import org.faasnetlab.testbed.aws.deletion.DeletionReport;
import org.faasnetlab.testbed.aws.preflight.PreflightResult;
import org.faasnetlab.testbed.aws.pricing.Cost;
import org.faasnetlab.testbed.aws.pricing.TestbedCost;
import org.faasnetlab.testbed.aws.stack.AwsTestbedSettings;
import org.faasnetlab.workload.NetworkSettings;
import org.faasnetlab.workload.iperf3.TcpMetrics;
import org.jspecify.annotations.Nullable;

/**
 * Answers whether the AWS testbed works in a real account: creates one with a lease of 15 minutes, probes three memory sizes,
 * measures once with iperf3 and S3 in each direction and the round-trip time, and deletes it. Whatever fails, the testbed is deleted if its creation
 * had begun.
 */
public final class SmokeTest {
    public static final String TESTBED = "smoke";

    static final String CREATION = "creation";
    static final String DELETION = "deletion and final scan";

    private static final Duration LEASE = Duration.ofMinutes(15);
    private static final List<Integer> MEMORY_SIZES = List.of(128, 1769, 10240);

    /** Upper limit of the time that each function is billed for. */
    private static final Duration FUNCTION_TIME = Duration.ofMinutes(2);

    private static final BigDecimal MAX_DOLLARS = BigDecimal.ONE;

    /** TCP knows its round-trip time where the function sends. */
    private static final String ROUND_TRIP = "TCP round-trip time";

    /** A measurement of one function. */
    private record Measurement(String name, String preset, List<String> settings) {}

    private static final List<Measurement> MEASUREMENTS = List.of(
            new Measurement("iperf3 download", "iperf3-single", List.of("seconds=5", "direction=download")),
            new Measurement("iperf3 upload", "iperf3-single", List.of("seconds=5", "direction=upload")),
            new Measurement(ROUND_TRIP, "iperf3-single", List.of("seconds=5", "direction=upload", "tcpInfo=on")),
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
    private String roundTrip = "";
    private final Cancellation cancellation = new Cancellation();
    private @Nullable ActiveRun measuring;
    private boolean cancelled;

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
        Optional<Cost> server = prices.lease(settings);
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

    /** Runs the test, which takes about 15 minutes. */
    public SmokeReport run(AwsTestbeds account, AwsTestbedSettings settings) throws InterruptedException {
        List<AwsCall> calls = new ArrayList<>();
        AwsTestbeds testbeds = account.observedBy(call -> {
            synchronized (calls) {
                calls.add(call);
            }
        });
        boolean allowed = step("preflight", () -> preflight(testbeds, settings));
        boolean exists = false;
        String streaming = "";
        if (allowed && !isCancelled()) {
            exists = true;
            ReadyTestbed[] ready = new ReadyTestbed[1];
            boolean created = step(CREATION, () -> {
                ready[0] = testbeds.create(settings, List.of(MEMORY_SIZES.get(0)), creation, cancellation);
                return "The testbed is ready.";
            });
            streaming = ready[0] == null ? "" : ready[0].streaming() ? "yes" : "no";
            for (int memory : MEMORY_SIZES) {
                stepIf(created, "probe with " + memory + " MB", () -> probe(testbeds, settings, memory));
            }
            for (Measurement measurement : MEASUREMENTS) {
                stepIf(created, measurement.name(), () -> measure(testbeds, measurement));
            }
        } else {
            skip(CREATION);
        }
        if (exists) {
            step(DELETION, () -> delete(testbeds));
        }
        List<AwsCall> made;
        synchronized (calls) {
            made = List.copyOf(calls);
        }
        return new SmokeReport(
                version,
                testbeds.region(),
                steps,
                made,
                new SmokeQuestions(steps, made).answered(streaming, roundTrip));
    }

    /** Work of a step that returns its detail. */
    @FunctionalInterface
    private interface Work {
        String run() throws LabException, InterruptedException;
    }

    private void stepIf(boolean possible, String name, Work work) throws InterruptedException {
        if (possible && !isCancelled()) {
            step(name, work);
        } else {
            skip(name);
        }
    }

    private void skip(String name) {
        add(new SmokeStep(name, State.SKIPPED, clock.instant(), Duration.ZERO, ""));
    }

    private boolean step(String name, Work work) throws InterruptedException {
        Instant start = clock.instant();
        State state = State.PASSED;
        String detail;
        try {
            detail = work.run();
        } catch (LabException e) {
            state = State.FAILED;
            detail = e.getMessage() + " " + e.nextStep();
        }
        add(new SmokeStep(name, state, start, Duration.between(start, clock.instant()), redactor.redact(detail)));
        return state == State.PASSED;
    }

    private void add(SmokeStep step) {
        steps.add(step);
        listener.accept(step);
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
            throw failed(problems.get(0).meaning(), problems.get(0).remedy());
        }
        return results.stream()
                .map(result -> result.id() + " " + result.state().name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    }

    /** Creation resumes, publishes the missing size and invokes it. */
    private String probe(AwsTestbeds testbeds, AwsTestbedSettings settings, int memory)
            throws LabException, InterruptedException {
        testbeds.create(settings, List.of(memory), creation, cancellation);
        return "The function answered.";
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
        if (!measurement.name().equals(ROUND_TRIP)) {
            return saved;
        }
        roundTrip = roundTrip(run);
        return "Round-trip time: " + roundTrip + ". " + saved;
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
        DeletionReport report = testbeds.delete(TESTBED, deletion);
        if (!report.isClean()) {
            throw failed(report.sentence(), "Run 'faasnetlab aws teardown smoke'.");
        }
        return report.sentence();
    }

    private static LabException failed(String message, String nextStep) {
        return new LabException(LabException.Kind.FAILED, message, nextStep);
    }
}
