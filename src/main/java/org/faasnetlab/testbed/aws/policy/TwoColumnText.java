package org.faasnetlab.testbed.aws.policy;

/** Builds text for a terminal in two columns: label and description. */
public final class TwoColumnText {
    private static final int LABEL = 16;
    private static final int WIDTH = 100;

    private final StringBuilder lines = new StringBuilder();

    public TwoColumnText add(String what, String text) {
        lines.append(what)
                .append(" ".repeat(LABEL - what.length()))
                .append(text)
                .append('\n');
        return this;
    }

    /** The lines without wrapping. */
    public String text() {
        return lines.toString();
    }

    /** Wraps lines at {@value #WIDTH} characters and indents continuations to the second column. */
    public static String wrapped(String text) {
        StringBuilder wrapped = new StringBuilder();
        for (String line : text.split("\n")) {
            String rest = line;
            while (rest.length() > WIDTH && rest.lastIndexOf(' ', WIDTH) > LABEL) {
                int end = rest.lastIndexOf(' ', WIDTH);
                wrapped.append(rest, 0, end).append('\n');
                rest = " ".repeat(LABEL) + rest.substring(end + 1);
            }
            wrapped.append(rest).append('\n');
        }
        return wrapped.toString();
    }
}
