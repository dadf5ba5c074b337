package org.faasnetlab.cli.run;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.faasnetlab.LabException;
import org.faasnetlab.cli.common.DataOption;
import org.faasnetlab.cli.common.ExitCode;
import org.faasnetlab.cli.common.Interrupts;
import org.faasnetlab.cli.common.PeriodicTimer;
import org.faasnetlab.cli.common.Terminal;
import org.faasnetlab.cli.plan.PlanFormatter;
import org.faasnetlab.cli.plan.PlanOptions;
import org.faasnetlab.cli.runs.ExportFileWriter;
import org.faasnetlab.cli.runs.ExportOptions;
import org.faasnetlab.cli.runs.ExportTarget;
import org.faasnetlab.cli.runs.RunIdParameter;
import org.faasnetlab.cli.runs.RunTextReport;
import org.faasnetlab.plan.ExperimentPlan;
import org.faasnetlab.plan.PlanEstimate;
import org.faasnetlab.plan.preset.Presets;
import org.faasnetlab.run.ActiveRun;
import org.faasnetlab.run.Lab;
import org.faasnetlab.run.RunService;
import org.faasnetlab.run.progress.RunProgress;
import org.faasnetlab.store.RunRow;
import org.faasnetlab.testbed.Testbed;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs an experiment: opens a testbed, measures, then prints and writes the results. */
@Command(
        name = "run",
        header = "Run an experiment on this computer or on an AWS testbed",
        description = {
            "Starts iperf3 servers or an S3 server and function processes on this computer, measures, and saves the "
                    + "run. With --testbed, measures on a testbed created with 'faasnetlab aws setup'.",
            "",
            "Examples:",
            "  faasnetlab run --preset iperf3-single",
            "  faasnetlab run --plan plan.yaml --dry-run",
            "  faasnetlab run --preset iperf3-concurrent --set functions=1,4,16 --csv intervals.csv",
            "  faasnetlab run --testbed lab --preset iperf3-single",
            ""
        })
public final class RunCommand implements Callable<Integer> {
    private static final String STOPPED_EARLY = "Cancelled before anything was measured.";

    private final Terminal terminal;
    private final DataOption data;
    private final RunTextReport report;
    private final ExportFileWriter exports;
    private final Interrupts interrupts;
    private final PeriodicTimer timer;
    private final Clock clock;
    private final PlanFormatter formatter;

    @Mixin
    private final PlanOptions planOptions;

    @Mixin
    private ExportOptions exportOptions = new ExportOptions();

    @Mixin
    private TestbedOptions testbedOptions = new TestbedOptions();

    @Option(
            names = "--dry-run",
            description = "List the trials in order, with time, bytes, and cost, without measuring")
    private boolean dryRun;

    @Option(
            names = "--resume",
            paramLabel = "RUN",
            description = "Resume a cancelled or interrupted run: measure its remaining trials")
    private @Nullable String resume;

    @Option(
            names = "--yes",
            description = "Run without confirmation if the plan has more than 1,000 trials or takes more than 12 hours")
    private boolean yes;

    public RunCommand(
            Terminal terminal,
            DataOption data,
            Presets presets,
            PlanFormatter formatter,
            RunTextReport report,
            ExportFileWriter exports,
            Interrupts interrupts,
            PeriodicTimer timer,
            Clock clock) {
        this.terminal = terminal;
        this.data = data;
        this.planOptions = new PlanOptions(presets);
        this.formatter = formatter;
        this.report = report;
        this.exports = exports;
        this.interrupts = interrupts;
        this.timer = timer;
        this.clock = clock;
    }

    @Override
    public Integer call() throws LabException, InterruptedException {
        List<ExportTarget> targets = exportOptions.checked();
        testbedOptions.check();
        if (resume != null) {
            if (planOptions.isSpecified() || dryRun) {
                throw new LabException(
                        LabException.Kind.BAD_INPUT,
                        "--resume uses the plan of the run.",
                        "Remove --preset, --plan, --set, --title, and --dry-run.");
            }
            String id = resume;
            return measure(targets, lab -> resumedRun(lab, RunIdParameter.find(lab.store(), id)));
        }
        ExperimentPlan requested = planOptions.plan();
        ExperimentPlan plan = testbedOptions.adapted(requested);
        PlanEstimate estimate = PlanEstimate.of(plan);
        testbedOptions.requireMeasurable(plan);
        if (dryRun) {
            terminal.printLines(testbedOptions.serverNotes(requested));
            terminal.printLines(formatter.forecast(plan));
            return ExitCode.OK;
        }
        if (estimate.isLarge() && !yes) {
            throw new LabException(
                    LabException.Kind.BAD_INPUT,
                    "This is a large experiment: " + PlanFormatter.summary(estimate) + ".",
                    "To run it anyway, add --yes. Otherwise, use fewer values or repetitions.");
        }
        return measure(targets, lab -> newRun(lab, requested, plan));
    }

    /**
     * What to start once the testbed is open.
     *
     * @param requested the plan before it was adapted to the testbed
     */
    private record Start(ExperimentPlan requested, ExperimentPlan plan, Starting starting) {}

    @FunctionalInterface
    private interface Starting {
        ActiveRun start(Testbed testbed, RunProgress progress) throws LabException, InterruptedException;
    }

    @FunctionalInterface
    private interface Choice {
        Start of(Lab lab) throws LabException;
    }

    private static Start newRun(Lab lab, ExperimentPlan requested, ExperimentPlan plan) throws LabException {
        RunService runs = lab.runs();
        return new Start(requested, plan, (testbed, progress) -> runs.start(plan, testbed, progress));
    }

    private static Start resumedRun(Lab lab, RunRow run) throws LabException {
        RunService runs = lab.runs();
        runs.requireResumable(run);
        ExperimentPlan plan = lab.presets().restore(run);
        return new Start(plan, plan, (testbed, progress) -> runs.resume(run, testbed, progress));
    }

    // The registration must be closed last, when everything is stored.
    private int measure(List<ExportTarget> targets, Choice choice) throws LabException, InterruptedException {
        StoppableRun stoppable = new StoppableRun();
        try (Interrupts.Registration registration = interrupts.onInterrupt(stoppable::stop);
                Lab lab = data.open()) {
            Start start = choice.of(lab);
            Optional<Testbed> opened = stoppable.opened(() -> testbedOptions.open(lab, start.plan()));
            if (opened.isEmpty()) {
                terminal.printError(STOPPED_EARLY);
                return ExitCode.STOPPED;
            }
            RunRow ended;
            try (Testbed testbed = opened.get()) {
                if (stoppable.stopped()) {
                    terminal.printError(STOPPED_EARLY);
                    return ExitCode.STOPPED;
                }
                terminal.printLines(formatter.heading(start.plan(), PlanEstimate.of(start.plan()), testbed.name()));
                terminal.printLines(testbedOptions.notes(start.requested(), testbed));
                ended = measure(start, testbed, stoppable);
            }
            int code = printResults(lab, ended, targets);
            terminal.printLines(testbedOptions.costReminder(lab, clock));
            return code;
        }
    }

    private RunRow measure(Start start, Testbed testbed, StoppableRun stoppable)
            throws LabException, InterruptedException {
        RunProgress progress = new RunProgress(clock);
        try (ProgressPrinter printer = new ProgressPrinter(terminal, terminal.style(), progress, timer)) {
            ActiveRun active = start.starting().start(testbed, progress);
            stoppable.began(active);
            return active.ended().toCompletableFuture().get();
        } catch (ExecutionException unexpected) {
            throw new IllegalStateException("the run failed with an unexpected error", unexpected.getCause());
        }
    }

    private int printResults(Lab lab, RunRow ended, List<ExportTarget> targets) throws LabException {
        RunRow run = RunIdParameter.find(lab.store(), ended.id());
        terminal.printStyled(report.brief(lab.store(), run));
        terminal.print(RunTextReport.details(run));
        boolean written = exports.write(lab.store(), run, targets, data.asArguments());
        int code = switch (ended.status()) {
            case COMPLETED -> ExitCode.OK;
            case CANCELLED -> ExitCode.STOPPED;
            case RUNNING, PARTIAL, FAILED, INTERRUPTED -> ExitCode.FAILED;
        };
        return code == ExitCode.OK && !written ? ExitCode.FAILED : code;
    }
}
