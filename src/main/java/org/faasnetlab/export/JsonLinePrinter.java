package org.faasnetlab.export;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;

/** JSON on lines of its own with the same line ends everywhere; small objects can be kept on one line each. */
final class JsonLinePrinter extends DefaultPrettyPrinter {
    private static final long serialVersionUID = 1L;
    private static final DefaultIndenter LINES = new DefaultIndenter("  ", "\n");

    JsonLinePrinter() {
        super(Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER));
        indentArraysWith(LINES);
        indentObjectsWith(LINES);
    }

    void objectsOnOneLine(boolean oneLine) {
        indentObjectsWith(oneLine ? FixedSpaceIndenter.instance : LINES);
    }
}
