package org.faasnetlab.testbed.aws.policy;

/** Text for a terminal, in two columns: what it is about, and what is to be said of it. */
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

    /** Every line as long as it is. */
    public String text() {
        return lines.toString();
    }

    /** The same with lines that a terminal shows whole. */
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
