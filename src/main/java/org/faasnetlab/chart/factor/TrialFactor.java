package org.faasnetlab.chart.factor;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.faasnetlab.format.Phrase;
import org.faasnetlab.measure.DataSize;
import org.faasnetlab.store.TrialRow;

/** What trials of a run can differ in by number. */
public enum TrialFactor {
    FUNCTIONS(
            Phrase.of("concurrent functions"),
            "",
            TrialRow::functions,
            value -> Phrase.of(value.equals("1") ? "1 function" : "{0} functions", value)),
    MEMORY(Phrase.of("memory"), "MB", TrialRow::memoryMb, value -> Phrase.verbatim(value + " MB")),
    OBJECT(Phrase.of("object"), "MiB", TrialFactor::objectMebibytes, TrialFactor::sizeInWords),
    STREAMS(
            Phrase.of("streams per function"),
            "",
            trial -> trial.workload().parallelism(),
            value -> Phrase.of(value.equals("1") ? "1 stream" : "{0} streams", value));

    private final Phrase noun;
    private final String unit;
    private final Function<TrialRow, Number> value;
    private final Function<String, Phrase> label;

    TrialFactor(Phrase noun, String unit, Function<TrialRow, Number> value, Function<String, Phrase> label) {
        this.noun = noun;
        this.unit = unit;
        this.value = value;
        this.label = label;
    }

    private static double objectMebibytes(TrialRow trial) {
        DataSize size = trial.workload().objectSize();
        return size == null ? 0 : size.mebibytes();
    }

    /** In the unit in which it is a whole number: the study's objects are of 10 MB, ours of 256 MiB. */
    private static Phrase sizeInWords(String mebibytes) {
        DataSize size = new DataSize(Math.round(
                new BigDecimal(mebibytes).multiply(new BigDecimal(1 << 20)).doubleValue()));
        return size.bytes() % (1 << 20) == 0 ? Phrase.verbatim(mebibytes + " MiB") : Phrase.verbatim(size.toString());
    }

    /** The factor with the most values in these trials; the first of those that have as many. */
    public static TrialFactor mostVaried(List<TrialRow> trials) {
        return Arrays.stream(values())
                .max(Comparator.comparingLong((TrialFactor factor) -> factor.count(trials))
                        .thenComparing(Comparator.reverseOrder()))
                .orElseThrow();
    }

    /** The factors that differ between these trials. */
    public static List<TrialFactor> varying(List<TrialRow> trials) {
        return Arrays.stream(values()).filter(factor -> factor.varies(trials)).toList();
    }

    boolean varies(List<TrialRow> trials) {
        return count(trials) > 1;
    }

    private long count(List<TrialRow> trials) {
        return trials.stream().mapToDouble(this::of).distinct().count();
    }

    public double of(TrialRow trial) {
        return value.apply(trial).doubleValue();
    }

    /** Without its unit, for a sentence. */
    public Phrase noun() {
        return noun;
    }

    /** With its unit, for an axis. */
    public Phrase label() {
        return unit.isEmpty() ? noun : Phrase.of("{0}, {1}", noun, unit);
    }

    /** The trial's value with its unit. */
    public Phrase label(TrialRow trial) {
        return label.apply(BigDecimal.valueOf(of(trial)).stripTrailingZeros().toPlainString());
    }
}
