package org.faasnetlab.cli.runs;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.faasnetlab.LabException;
import org.faasnetlab.chart.ChartKind;
import org.faasnetlab.chart.theme.ChartTheme;
import org.faasnetlab.cli.common.ShellQuoting;
import org.faasnetlab.export.ChartSelection;
import org.faasnetlab.export.ExportFormat;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The options that select a chart and its appearance. */
final class ChartOptions {
    @Option(
            names = "--chart",
            paramLabel = "CHART",
            completionCandidates = Names.class,
            converter = Reader.class,
            description = "Chart to export: ${COMPLETION-CANDIDATES}. With --csv, export the data of the chart.")
    private @Nullable ChartKind kind;

    @Option(
            names = "--metric",
            paramLabel = "NAME",
            description = "Metric that the chart shows, for example retransmits or cpu_us (default: bandwidth)")
    private @Nullable String metric;

    @Option(
            names = "--published",
            description = "Overlay published results, with source and year, where the axes match")
    private boolean published;

    @Option(names = "--with-invalid", description = "Count invalid trials too, in charts of a whole run")
    private boolean withInvalid;

    @Option(names = "--dark", description = "Use the dark theme")
    private boolean dark;

    boolean isSpecified() {
        return given() != null;
    }

    /** One of these options that was specified, or null. */
    private @Nullable String given() {
        if (kind != null) {
            return "--chart";
        }
        if (metric != null) {
            return "--metric";
        }
        if (published) {
            return "--published";
        }
        if (withInvalid) {
            return "--with-invalid";
        }
        return dark ? "--dark" : null;
    }

    /** @throws LabException if a chart was selected together with an output that is not a chart */
    void check(List<ExportTarget> targets) throws LabException {
        for (ExportTarget target : targets) {
            String given = given();
            if (given != null && !holdsChart(target.format())) {
                throw new LabException(
                        LabException.Kind.BAD_INPUT,
                        "Option " + target.option() + " does not support " + given + ".",
                        "Use one of " + ExportTarget.options(ChartOptions::holdsChart) + ", or remove " + given + ".");
            }
        }
    }

    /** As CSV, a chart is its data. */
    private static boolean holdsChart(ExportFormat format) {
        return format.ofChart() || format == ExportFormat.CSV;
    }

    ChartSelection selection() {
        return new ChartSelection(
                kindOrDefault(), metric, published, dark ? ChartTheme.DARK : ChartTheme.LIGHT, withInvalid);
    }

    /** The options as a user types them. */
    String asArguments() {
        return " --chart " + kindOrDefault().id() + (metric == null ? "" : " --metric " + ShellQuoting.quote(metric))
                + (published ? " --published" : "") + (withInvalid ? " --with-invalid" : "") + (dark ? " --dark" : "");
    }

    private ChartKind kindOrDefault() {
        return kind == null ? ChartKind.TIMELINE : kind;
    }

    /** The names of all charts. */
    static final class Names implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Arrays.stream(ChartKind.values()).map(ChartKind::id).iterator();
        }
    }

    /** Parses the name of a chart. */
    static final class Reader implements ITypeConverter<ChartKind> {
        @Override
        public ChartKind convert(String name) {
            return Arrays.stream(ChartKind.values())
                    .filter(chart -> chart.id().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new TypeConversionException("Unknown chart \"" + name + "\". Available charts: "
                            + String.join(", ", new Names()) + "."));
        }
    }
}
