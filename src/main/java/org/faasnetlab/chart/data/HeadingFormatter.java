package org.faasnetlab.chart.data;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.faasnetlab.analysis.summary.Validity;
import org.faasnetlab.format.DirectionFormatter;
import org.faasnetlab.format.Phrase;
import org.faasnetlab.measure.Direction;
import org.faasnetlab.store.EvidenceRow;
import org.faasnetlab.store.FunctionRow;
import org.faasnetlab.store.RunRow;
import org.faasnetlab.store.RunStatus;
import org.faasnetlab.store.TrialRow;

/** What stands over charts: what was measured, where, how and when. */
public final class HeadingFormatter {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private final ZoneId zone;

    /** @param zone of the dates that are shown */
    public HeadingFormatter(ZoneId zone) {
        this.zone = zone;
    }

    /**
     * With the reasons why the trial is invalid, if it is.
     *
     * @param evidence of the run
     */
    public ChartHeading ofTrial(TrialChartSource source, List<EvidenceRow> evidence) {
        TrialRow trial = source.trial();
        Validity validity = Validity.of(trial, source.functions(), EvidenceRow.of(trial.index(), evidence));
        ChartHeading heading = ofTrial(source);
        return validity.isValid() || trial.status() == RunStatus.RUNNING
                ? heading
                : new ChartHeading(
                        heading.title(),
                        Phrase.join(" · ", List.of(Phrase.of("invalid: {0}", validity.text()), heading.subtitle())),
                        heading.network(),
                        false);
    }

    public ChartHeading ofTrial(TrialChartSource source) {
        RunRow run = source.run();
        TrialRow trial = source.trial();
        int trials = source.trials();
        List<FunctionRow> functions = source.functions();
        long failed = functions.stream()
                .filter(function -> function.failure() != null)
                .count();
        List<Phrase> parts = new ArrayList<>();
        parts.add(run.testbedLabel());
        Phrase count = Phrase.of(trial.functions() == 1 ? "1 function" : "{0} functions", trial.functions());
        parts.add(failed == 0 ? count : Phrase.of("{0}, {1} failed", count, failed));
        if (trial.memoryMb() > 0) {
            parts.add(Phrase.verbatim(trial.cell().memoryLabel()));
        }
        if (trial.workload().type().transfers() && !run.isNotStated("direction")) {
            parts.add(
                    trial.direction() == Direction.BOTH
                            ? Phrase.of("half of the functions in each direction")
                            : DirectionFormatter.text(trial.direction()));
        }
        parts.addAll(trial.network().labels());
        if (trials > 1) {
            parts.add(Phrase.of("trial {0} of {1}", trial.index() + 1, trials));
        }
        parts.add(date(run.startedAt()));
        return new ChartHeading(Phrase.verbatim(run.title()), Phrase.join(" · ", parts), run.networkKind(), true);
    }

    /**
     * The heading of a chart of a whole run.
     *
     * @param what what the chart shows of the run, to stand behind its title
     */
    public ChartHeading ofRun(RunRow run, List<FunctionRow> functions, Phrase what) {
        long failed = functions.stream()
                .filter(function -> function.failure() != null)
                .count();
        List<Phrase> parts = new ArrayList<>();
        parts.add(what);
        parts.add(run.testbedLabel());
        if (failed > 0) {
            parts.add(Phrase.of("{0} of {1} functions failed and are omitted", failed, functions.size()));
        }
        parts.add(date(run.startedAt()));
        return new ChartHeading(Phrase.verbatim(run.title()), Phrase.join(" · ", parts), run.networkKind(), true);
    }

    private Phrase date(Instant instant) {
        ZonedDateTime local = instant.atZone(zone);
        return Phrase.of("{0} {1} {2}, {3}", local.getDayOfMonth(), month(local), local.getYear(), TIME.format(local));
    }

    private static Phrase month(ZonedDateTime date) {
        return switch (date.getMonth()) {
            case JANUARY -> Phrase.of("Jan");
            case FEBRUARY -> Phrase.of("Feb");
            case MARCH -> Phrase.of("Mar");
            case APRIL -> Phrase.of("Apr");
            case MAY -> Phrase.of("May");
            case JUNE -> Phrase.of("Jun");
            case JULY -> Phrase.of("Jul");
            case AUGUST -> Phrase.of("Aug");
            case SEPTEMBER -> Phrase.of("Sep");
            case OCTOBER -> Phrase.of("Oct");
            case NOVEMBER -> Phrase.of("Nov");
            case DECEMBER -> Phrase.of("Dec");
        };
    }
}
