package org.faasnetlab.testing;

import java.util.Locale;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The computer's language during a test; afterwards it is what it was. */
public final class DefaultLocaleExtension implements AfterEachCallback {
    private final Locale before = Locale.getDefault();

    /** @param tag for example {@code de-DE} */
    public void speak(String tag) {
        Locale.setDefault(Locale.forLanguageTag(tag));
    }

    @Override
    public void afterEach(ExtensionContext test) {
        Locale.setDefault(before);
    }
}
