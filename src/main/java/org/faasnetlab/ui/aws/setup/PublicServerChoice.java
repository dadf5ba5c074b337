package org.faasnetlab.ui.aws.setup;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import org.faasnetlab.ui.common.Texts;
import org.faasnetlab.ui.common.control.InputField;
import org.faasnetlab.ui.wizard.FieldChecks;

/**
 * Choice of servers with public addresses together with the function outside the VPC: neither is useful without the
 * other.
 */
final class PublicServerChoice {
    private final BooleanProperty wanted = new SimpleBooleanProperty();
    private final InputField count;

    PublicServerChoice(Texts texts) {
        count = new InputField(texts.get("servers.public"), "1", FieldChecks.wholeNumber(1, 4));
    }

    /** Whether a function outside the VPC is wanted, and so these servers. */
    BooleanProperty wantedProperty() {
        return wanted;
    }

    boolean wanted() {
        return wanted.get();
    }

    InputField field() {
        return count;
    }

    /** Number of servers; 0 if none are wanted. Only while the field is valid. */
    int count() {
        return wanted() ? Integer.parseInt(count.text().get().trim()) : 0;
    }
}
