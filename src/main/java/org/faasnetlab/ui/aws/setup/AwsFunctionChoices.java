package org.faasnetlab.ui.aws.setup;

import java.util.Arrays;
import java.util.List;
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

/** The functions: how many at once, what they run on, and their sizes. */
final class AwsFunctionChoices implements StepChoices {
    static final List<String> RUNTIMES = List.of("java21", "java25");
    private static final int LEAST_MEMORY = 128;
    private static final int MOST_MEMORY = 10_240;

    private final Texts texts;
    private final InputField atMost;
    private final ObjectProperty<String> runtime = new SimpleObjectProperty<>(RUNTIMES.get(0));
    private final ObjectProperty<Architecture> architecture = new SimpleObjectProperty<>(Architecture.X86_64);
    private final InputField memory;
    private final InputField boundary;

    AwsFunctionChoices(Texts texts) {
        this.texts = texts;
        atMost = new InputField(texts.get("functions.atMost"), "100", FieldChecks.wholeNumber(1, 8000));
        memory = new InputField(texts.get("functions.memory"), "1769", this::memoryProblem);
        boundary = new InputField(texts.get("functions.boundary"), "", AwsFieldChecks::permissionsBoundary);
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

    /** The policy that bounds all roles, which some accounts demand; may be empty. */
    InputField boundary() {
        return boundary;
    }

    @Override
    public List<InputField> fields() {
        return List.of(atMost, memory, boundary);
    }

    @Override
    public List<Observable> observables() {
        return List.of(atMost.text(), runtime, architecture, memory.text(), boundary.text());
    }

    /** Only while {@link #valid}. */
    int functions() {
        return Integer.parseInt(atMost.text().get().trim());
    }

    /** Sizes in MB in the order in which they were typed, each once; only while {@link #valid}. */
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
        boolean right = !text.isBlank()
                && numbers(text)
                        .allMatch(one -> one.matches("[0-9]{3,5}")
                                && Integer.parseInt(one) >= LEAST_MEMORY
                                && Integer.parseInt(one) <= MOST_MEMORY);
        return right ? null : texts.get("problem.memory");
    }

    private static Stream<String> numbers(String text) {
        return Arrays.stream(text.trim().split("[,;\\s]+"));
    }
}
