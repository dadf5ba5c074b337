package org.faasnetlab.ui.aws;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import org.faasnetlab.testbed.aws.account.MfaPrompt;
import org.faasnetlab.ui.common.Dialogs;
import org.faasnetlab.ui.common.Texts;

/** Asks for MFA codes in a dialog of the window, while the request that needs the code waits in the background. */
public final class MfaCodeDialog implements MfaPrompt {
    private final Texts texts = Texts.of(MfaCodeDialog.class);
    private final Dialogs dialogs;
    private final Executor window;

    /** @param window runs on the window's thread */
    public MfaCodeDialog(Dialogs dialogs, Executor window) {
        this.dialogs = dialogs;
        this.window = window;
    }

    @Override
    public Optional<String> ask(String profile, String device) {
        CompletableFuture<Optional<String>> code = new CompletableFuture<>();
        window.execute(() -> dialogs.ask(
                texts.get("mfa.title"),
                texts.get("mfa.text", profile, device),
                texts.get("mfa.action"),
                answer -> code.complete(Optional.ofNullable(answer))));
        try {
            return code.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the dialog always answers normally", e);
        }
    }
}
