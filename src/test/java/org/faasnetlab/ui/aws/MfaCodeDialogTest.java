package org.faasnetlab.ui.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.faasnetlab.testing.ui.FakeDialogs;
import org.junit.jupiter.api.Test;

class MfaCodeDialogTest {
    private final FakeDialogs dialogs = new FakeDialogs();

    @Test
    void enteredCodeIsReturned() {
        assertThat(answered("123456")).contains("123456");
        assertThat(dialogs.questions())
                .containsExactly(
                        "The role of profile \"admin\" requires the current code of your MFA device arn:mfa/ada.");
    }

    @Test
    void closedDialogIsNoCode() {
        assertThat(answered(null)).isEmpty();
    }

    private Optional<String> answered(String text) {
        MfaCodeDialog dialog = new MfaCodeDialog(dialogs, task -> {
            task.run();
            dialogs.answerLast(text);
        });
        return dialog.ask("admin", "arn:mfa/ada");
    }
}
