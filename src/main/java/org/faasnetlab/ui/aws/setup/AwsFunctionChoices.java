package org.faasnetlab.ui.aws.setup;

import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Stream;
import javafx.beans.Observable;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.faasnetlab.ui.common.Texts;
import org.faasnetlab.ui.common.control.InputField;
import org.faasnetlab.ui.wizard.FieldChecks;
import org.faasnetlab.ui.wizard.StepChoices;
import org.faasnetlab.workload.Architecture;
import org.jspecify.annotations.Nullable;

/** Choices for the functions: concurrency, runtime, architecture, and memory sizes. */
final class AwsFunctionChoices implements StepChoices {
    static final List<String> RUNTIMES = List.of("java21", "java25");
    /** The default server, c6in.xlarge with 6.25 Gbit/s, is not the bottleneck of 8 functions with 625 Mbit/s each. */
    private static final int DEFAULT_FUNCTIONS = 8;

    private static final int MIN_MEMORY_MB = 128;
    private static final int MAX_MEMORY_MB = 10_240;

    private final Texts texts;
    private final InputField atMost;
    private final ObjectProperty<String> runtime = new SimpleObjectProperty<>(RUNTIMES.get(0));
    private final ObjectProperty<Architecture> architecture = new SimpleObjectProperty<>(Architecture.X86_64);
    private final InputField memory;
    private final InputField boundary;
    private final InputField tags;

    AwsFunctionChoices(Texts texts) {
        this.texts = texts;
        atMost = new InputField(
                texts.get("functions.atMost"), Integer.toString(DEFAULT_FUNCTIONS), FieldChecks.wholeNumber(1, 8000));
        memory = new InputField(texts.get("functions.memory"), "1769", this::memoryProblem);
        boundary = new InputField(texts.get("functions.boundary"), "", AwsFieldChecks::permissionsBoundary);
        tags = new InputField(texts.get("functions.tags"), "", AwsFieldChecks::tags);
    }

    InputField atMost() {
        return atMost;
    }

    ObjectProperty<String> runtime() {
        return runtime;
    }

    ObjectProperty<Architecture> architecture() {
        return architecture;
    }

    InputField memory() {
        return memory;
    }

    /** The permissions boundary of all roles, which some accounts require; may be empty. */
    InputField boundary() {
        return boundary;
    }

    /** The user's own tags, as {@code KEY=VALUE} separated by commas; may be empty. */
    InputField tags() {
        return tags;
    }

    /** Only while {@link #valid}. */
    SortedMap<String, String> tagValues() {
        return AwsFieldChecks.parseTags(tags.text().get());
    }

    @Override
    public List<InputField> fields() {
        return List.of(atMost, memory, boundary, tags);
    }

    @Override
    public List<Observable> observables() {
        return List.of(atMost.text(), runtime, architecture, memory.text(), boundary.text(), tags.text());
    }

    /** Only while {@link #valid}. */
    int functions() {
        return Integer.parseInt(atMost.text().get().trim());
    }

    /** Memory sizes in MB in the order of the input, without repetitions; only while {@link #valid}. */
    List<Integer> memorySizes() {
        return numbers(memory.text().get()).map(Integer::valueOf).distinct().toList();
    }

    /** Only while {@link #valid}. */
    @Nullable
    String permissionsBoundary() {
        String arn = boundary.text().get().trim();
        return arn.isEmpty() ? null : arn;
    }

    private @Nullable String memoryProblem(String text) {
        boolean valid = !text.isBlank()
                && numbers(text)
                        .allMatch(size -> size.matches("[0-9]{3,5}")
                                && Integer.parseInt(size) >= MIN_MEMORY_MB
                                && Integer.parseInt(size) <= MAX_MEMORY_MB);
        return valid ? null : texts.get("problem.memory");
    }

    private static Stream<String> numbers(String text) {
        return Arrays.stream(text.trim().split("[,;\\s]+"));
    }
}
