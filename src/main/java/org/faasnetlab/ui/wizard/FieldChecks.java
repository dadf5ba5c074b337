package org.faasnetlab.ui.wizard;

import java.util.function.Consumer;
import org.faasnetlab.ui.common.Texts;
import org.faasnetlab.ui.common.control.InputField;

/** What is right in the fields of the setup. */
public final class FieldChecks {
    private FieldChecks() {}

    /** Right is what the parser reads; its complaint is the message. */
    public static InputField.Check readBy(Consumer<String> parser) {
        return text -> {
            try {
                parser.accept(text);
                return null;
            } catch (IllegalArgumentException unreadable) {
                String reason = String.valueOf(unreadable.getMessage());
                return Character.toUpperCase(reason.charAt(0)) + reason.substring(1) + ".";
            }
        };
    }

    public static InputField.Check wholeNumber(int from, int to) {
        return wholeNumber(Texts.of(FieldChecks.class), from, to);
    }

    public static InputField.Check wholeNumber(Texts texts, int from, int to) {
        return text -> {
            String typed = text.trim();
            boolean right =
                    typed.matches("[0-9]{1,9}") && Integer.parseInt(typed) >= from && Integer.parseInt(typed) <= to;
            return right ? null : texts.get("problem.wholeNumber", String.valueOf(from), String.valueOf(to));
        };
    }
}
