package org.faasnetlab.chart.factor;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.faasnetlab.measure.DataSize;
import org.faasnetlab.store.TrialRow;

/** What trials of a run can differ in by number. */
public enum TrialFactor {
    FUNCTIONS(
            "concurrent functions",
            TrialRow::functions,
            value -> value.equals("1") ? "1 function" : value + " functions"),
    MEMORY("memory, MB", TrialRow::memoryMb, value -> value + " MB"),
    OBJECT("object, MiB", TrialFactor::objectMebibytes, TrialFactor::sizeInWords),
    STREAMS(
            "streams per function",
            trial -> trial.workload().parallelism(),
            value -> value.equals("1") ? "1 stream" : value + " streams");

    private final String label;
    private final Function<TrialRow, Number> value;
    private final Function<String, String> words;

    TrialFactor(String label, Function<TrialRow, Number> value, Function<String, String> words) {
        this.label = label;
        this.value = value;
        this.words = words;
    }

    private static double objectMebibytes(TrialRow trial) {
        DataSize size = trial.workload().objectSize();
        return size == null ? 0 : size.mebibytes();
    }

    /** In the unit in which it is a whole number: the study's objects are of 10 MB, ours of 256 MiB. */
    private static String sizeInWords(String mebibytes) {
        DataSize size = new DataSize(Math.round(
                new BigDecimal(mebibytes).multiply(new BigDecimal(1 << 20)).doubleValue()));
        return size.bytes() % (1 << 20) == 0 ? mebibytes + " MiB" : size.toString();
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

    /** With its unit, for an axis. */
    public String label() {
        return label;
    }

    /** The trial's value with its unit. */
    public String words(TrialRow trial) {
        return words.apply(BigDecimal.valueOf(of(trial)).stripTrailingZeros().toPlainString());
    }
}
