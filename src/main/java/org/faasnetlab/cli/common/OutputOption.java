package org.faasnetlab.cli.common;

import picocli.CommandLine.Option;

/** The form in which a command prints its results. */
public final class OutputOption {
    private enum Form {
        text,
        json
    }

    @Option(
            names = "--output",
            paramLabel = "FORM",
            defaultValue = "text",
            description = "Form of the output: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE})")
    private Form form = Form.text;

    /** Whether the results are printed as a JSON document. */
    public boolean json() {
        return form == Form.json;
    }
}
