package org.faasnetlab.ui.common;

import org.faasnetlab.protocol.FailureReason;

/** What users can do about functions that failed, by the reason. */
public final class FailureAdvice {
    private final Texts texts = Texts.of(FailureAdvice.class);

    /** A sentence; empty for functions that the user cancelled. */
    public String of(FailureReason reason) {
        return reason == FailureReason.CANCELLED ? "" : texts.get("failure." + reason.id());
    }
}
