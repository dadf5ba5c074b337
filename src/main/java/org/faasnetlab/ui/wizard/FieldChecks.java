package org.faasnetlab.ui.wizard;

import java.util.function.Consumer;
import org.faasnetlab.ui.common.Texts;
import org.faasnetlab.ui.common.control.InputField;

/** Checks for input fields; each returns the message to show under the field, or null if the text is valid. */
public final class FieldChecks {
    private FieldChecks() {}

    /** Accepts what the parser accepts; the message is that of the parser's exception. */
    public static InputField.Check readBy(Consumer<String> parser) {
        return text -> {
            try {
                parser.accept(text);
                return null;
            } catch (IllegalArgumentException e) {
                String reason = String.valueOf(e.getMessage());
                return Character.toUpperCase(reason.charAt(0)) + reason.substring(1) + ".";
            }
        };
    }

    /** An integer within a range, both ends included. */
    public static InputField.Check wholeNumber(int from, int to) {
        Texts texts = Texts.of(FieldChecks.class);
        return text -> {
            String typed = text.trim();
            boolean valid =
                    typed.matches("[0-9]{1,9}") && Integer.parseInt(typed) >= from && Integer.parseInt(typed) <= to;
            return valid ? null : texts.get("problem.wholeNumber", String.valueOf(from), String.valueOf(to));
        };
    }
}
