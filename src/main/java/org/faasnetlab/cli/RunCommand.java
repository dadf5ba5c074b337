package org.faasnetlab.cli;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.faasnetlab.LabException;
import org.faasnetlab.experiment.ActiveRun;
import org.faasnetlab.experiment.ExperimentPlan;
import org.faasnetlab.experiment.Lab;
import org.faasnetlab.experiment.PlanEstimate;
import org.faasnetlab.experiment.RunStarter;
import org.faasnetlab.store.RunData;
import org.faasnetlab.store.RunRow;
import org.faasnetlab.testbed.Testbed;
import org.faasnetlab.testbed.local.LocalTestbedSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Measures: starts the testbed on this computer, runs an experiment, and shows and writes what came out. */
@Command(
        name = "run",
        header = "Runs an experiment on this computer.",
        description = {
            "Starts real iperf3 servers or a real S3 server and real function processes on this computer, measures, and "
                    + "keeps the run.",
            "",
            "Examples:",
            "  faasnetlab run --preset iperf3-single",
            "  faasnetlab run --preset iperf3-concurrent --set functions=1,4,16 --csv intervals.csv",
            ""
        })
final class RunCommand implements Callable<Integer> {
    private final Screen screen;
    private final LabOpener opener;
    private final DataOption data;
    private final RunReport report;
    private final RunExports exports;
    private final Interrupts interrupts;
    private final Ticker ticker;
    private final Clock clock;

    @Mixin
    private PlanOptions planOptions = new PlanOptions();

    @Mixin
    private ExportOptions exportOptions = new ExportOptions();

    @Mixin
    private TestbedOptions testbedOptions = new TestbedOptions();

    RunCommand(
            Screen screen,
            LabOpener opener,
            DataOption data,
            RunReport report,
            RunExports exports,
            Interrupts interrupts,
            Ticker ticker,
            Clock clock) {
        this.screen = screen;
        this.opener = opener;
        this.data = data;
        this.report = report;
        this.exports = exports;
        this.interrupts = interrupts;
        this.ticker = ticker;
        this.clock = clock;
    }

    @Override
    @SuppressWarnings("try") // The registration is there to be closed last, when all is stored.
    public Integer call() throws LabException, InterruptedException {
        ExperimentPlan plan = planOptions.plan();
        PlanEstimate estimate = PlanEstimate.of(plan);
        List<ExportTarget> targets = exportOptions.checked();
        testbedOptions.check();

        StoppableRun stoppable = new StoppableRun();
        try (Interrupts.Registration registration = interrupts.onInterrupt(stoppable::stop);
                Lab lab = data.open(opener)) {
            RunStarter starter = lab.runs();
            LocalTestbedSettings settings = testbedOptions.applyTo(lab.localDefaults());
            RunRow ended;
            try (Testbed testbed = lab.startLocalTestbed(settings)) {
                if (stoppable.stopped()) {
                    return ExitCode.STOPPED;
                }
                screen.lines(PlanText.lines(plan, estimate, testbed.name()));
                ended = measure(starter, plan, testbed, stoppable);
            }
            return tell(lab, ended, targets);
        }
    }

    private RunRow measure(RunStarter starter, ExperimentPlan plan, Testbed testbed, StoppableRun stoppable)
            throws LabException, InterruptedException {
        RunProgress progress = new RunProgress(clock);
        try (ProgressPrinter printer = new ProgressPrinter(screen, progress, ticker)) {
            ActiveRun active = starter.start(plan, testbed, progress);
            stoppable.began(active);
            return active.ended().toCompletableFuture().get();
        } catch (ExecutionException unforeseen) {
            throw new IllegalStateException("the run ended by an error that nobody foresaw", unforeseen.getCause());
        }
    }

    private int tell(Lab lab, RunRow ended, List<ExportTarget> targets) throws LabException {
        RunData run = lab.store()
                .load(ended.id())
                .orElseThrow(() -> new IllegalStateException("run " + ended.id() + " is not in the store"));
        screen.lines(report.brief(run));
        boolean written = exports.write(run, targets, data);
        int code = switch (ended.status()) {
            case COMPLETED -> ExitCode.OK;
            case CANCELLED -> ExitCode.STOPPED;
            case RUNNING, PARTIAL, FAILED, INTERRUPTED -> ExitCode.FAILED;
        };
        return code == ExitCode.OK && !written ? ExitCode.FAILED : code;
    }
}
