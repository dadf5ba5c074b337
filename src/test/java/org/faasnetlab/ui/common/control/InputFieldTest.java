package org.faasnetlab.ui.common.control;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class InputFieldTest {
    private final InputField field = new InputField("Name", "lab", text -> text.isBlank() ? "Give a name." : null);

    @Test
    void validDefaultIsValidAndUntouched() {
        assertThat(field.valid().get()).isTrue();
        assertThat(field.state().getValue()).isEqualTo(InputField.State.UNTOUCHED);
    }

    @Test
    void invalidDefaultIsDetectedInitially() {
        InputField empty = new InputField("Name", "", text -> text.isBlank() ? "Give a name." : null);

        assertThat(empty.valid().get()).isFalse();
        assertThat(empty.shownProblem().getValue()).isEmpty();
    }

    @Test
    void aProblemIsHiddenUntilTheFieldWasTouched() {
        field.text().set(" ");

        assertThat(field.valid().get()).isFalse();
        assertThat(field.shownProblem().getValue()).isEmpty();

        field.touch();

        assertThat(field.shownProblem().getValue()).isEqualTo("Give a name.");
        assertThat(field.state().getValue()).isEqualTo(InputField.State.INVALID);
    }

    @Test
    void correctedProblemDisappearsImmediately() {
        field.text().set("");
        field.touch();

        field.text().set("other");

        assertThat(field.shownProblem().getValue()).isEmpty();
        assertThat(field.state().getValue()).isEqualTo(InputField.State.VALID);
    }

    @Test
    void resetFieldIsUntouched() {
        field.text().set("");
        field.touch();

        field.reset("fresh");

        assertThat(field.text().get()).isEqualTo("fresh");
        assertThat(field.state().getValue()).isEqualTo(InputField.State.UNTOUCHED);
    }
}
