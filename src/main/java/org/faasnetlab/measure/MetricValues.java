package org.faasnetlab.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Immutable values of metrics by name. Unknown values have no entry. Many instances can share one list of names, so
 * that each of ten million intervals needs only an array and no map.
 */
public final class MetricValues {
    public static final MetricValues NONE = new MetricValues(List.of(), new double[0]);

    /** Maximum number of metrics, so that a faulty function cannot create an unlimited number of table columns. */
    public static final int MAX_METRICS = 32;

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,39}");

    private final List<String> names;
    private final double[] values;

    private MetricValues(List<String> names, double[] values) {
        this.names = names;
        this.values = values;
    }

    /** One value; see {@link #of(Map)}. */
    public static MetricValues of(String name, double value) {
        return of(Map.of(name, value));
    }

    /**
     * The values by name.
     *
     * @throws IllegalArgumentException if there are more than {@link #MAX_METRICS}, a name is invalid, or a value is not
     *     finite
     */
    public static MetricValues of(Map<String, ? extends Number> byName) {
        if (byName.isEmpty()) {
            return NONE;
        }
        if (byName.size() > MAX_METRICS) {
            throw new IllegalArgumentException("at most " + MAX_METRICS + " metrics, not " + byName.size());
        }
        List<String> names = new ArrayList<>();
        double[] values = new double[byName.size()];
        for (Map.Entry<String, ? extends Number> entry : new TreeMap<>(byName).entrySet()) {
            double value = entry.getValue().doubleValue();
            if (!isName(entry.getKey())) {
                throw new IllegalArgumentException("'" + entry.getKey() + "' is not the name of a metric");
            }
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("metric " + entry.getKey() + " is finite, not " + value);
            }
            values[names.size()] = value;
            names.add(entry.getKey());
        }
        return new MetricValues(List.copyOf(names), values);
    }

    /**
     * Creates values that share their list of names with other instances.
     *
     * @param sortedNames immutable, ascending, without duplicates; all must be valid names
     * @param values one for each name, NaN if unknown; not copied, so it must not be changed afterwards
     */
    public static MetricValues sharing(List<String> sortedNames, double[] values) {
        int known = 0;
        for (double value : values) {
            known += Double.isNaN(value) ? 0 : 1;
        }
        if (known == values.length) {
            return known == 0 ? NONE : new MetricValues(sortedNames, values);
        }
        return new MetricValues(sortedNames, values).withoutUnknown(known);
    }

    private MetricValues withoutUnknown(int known) {
        if (known == 0) {
            return NONE;
        }
        List<String> left = new ArrayList<>(known);
        double[] leftValues = new double[known];
        for (int i = 0; i < values.length; i++) {
            if (!Double.isNaN(values[i])) {
                leftValues[left.size()] = values[i];
                left.add(names.get(i));
            }
        }
        return new MetricValues(List.copyOf(left), leftValues);
    }

    /** Whether a text is a valid metric name: up to 40 lower-case letters, digits and {@code _}, the first a letter. */
    public static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }

    /** A copy that contains only the given metrics. */
    public MetricValues only(Collection<String> wanted) {
        if (wanted.containsAll(names)) {
            return this;
        }
        double[] kept = values.clone();
        for (int i = 0; i < kept.length; i++) {
            if (!wanted.contains(names.get(i))) {
                kept[i] = Double.NaN;
            }
        }
        return sharing(names, kept);
    }

    /** These values and others, which replace values of the same name. */
    public MetricValues plus(MetricValues others) {
        if (isEmpty() || others.isEmpty()) {
            return isEmpty() ? others : this;
        }
        Map<String, Double> all = new TreeMap<>();
        for (MetricValues values : List.of(this, others)) {
            for (int i = 0; i < values.values.length; i++) {
                all.put(values.names.get(i), values.values[i]);
            }
        }
        return of(all);
    }

    public boolean isEmpty() {
        return names.isEmpty();
    }

    /** The names in ascending order, one for each value. */
    public List<String> names() {
        return names;
    }

    /** The value of {@link #names()} at an index. */
    public double value(int index) {
        return values[index];
    }

    /** The value of a metric, or null if it is unknown. */
    public @Nullable Double get(String name) {
        int index = names.indexOf(name);
        return index < 0 ? null : (Double) values[index];
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof MetricValues same && names.equals(same.names) && Arrays.equals(values, same.values);
    }

    @Override
    public int hashCode() {
        return 31 * names.hashCode() + Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("{");
        for (int i = 0; i < values.length; i++) {
            text.append(i == 0 ? "" : ", ").append(names.get(i)).append('=').append(values[i]);
        }
        return text.append('}').toString();
    }
}
