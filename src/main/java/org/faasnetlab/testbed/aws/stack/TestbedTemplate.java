package org.faasnetlab.testbed.aws.stack;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The CloudFormation template of a testbed: {@code template.yaml} with the servers' scripts included.
 *
 * <p>A line {@code #include NAME} is replaced by the script with that name, indented as the line. Comments and
 * blank lines are removed, and scripts are indented by one space instead of four: CloudFormation accepts a template of at
 * most {@value #MAX_BYTES} bytes, and EC2 at most 16 KB of user data.
 */
public final class TestbedTemplate {

    /** Maximum size of a template in a request. */
    public static final int MAX_BYTES = 51_200;

    private static final String INCLUDE = "#include ";
    private static final int SCRIPT_INDENT = 4;
    private static final String EXECUTED = "ExecStart=";

    /** The template as sent to CloudFormation, without comments and blank lines. */
    public String text() {
        return ResourceText.read(TestbedTemplate.class, "template.yaml")
                .lines()
                .filter(TestbedTemplate::isNeeded)
                .flatMap(this::withScript)
                .map(line -> line + "\n")
                .collect(Collectors.joining());
    }

    /** The command line of the servers' iperf3, with {@code %i} for the port. */
    public String iperf3Command() {
        return ResourceText.read(TestbedTemplate.class, "server-scripts/iperf3@.service")
                .lines()
                .filter(line -> line.startsWith(EXECUTED))
                .map(line -> line.substring(EXECUTED.length()))
                .collect(Collectors.joining("; "));
    }

    private Stream<String> withScript(String line) {
        String content = line.stripLeading();
        if (!content.startsWith(INCLUDE)) {
            return Stream.of(line);
        }
        String indent = line.substring(0, line.length() - content.length());
        return ResourceText.read(TestbedTemplate.class, "server-scripts/" + content.substring(INCLUDE.length()))
                .lines()
                .filter(TestbedTemplate::isNeeded)
                .flatMap(each -> withScript(indent + narrowed(each)));
    }

    /** The line with a quarter of its indentation, rounded up, so that lines that belong together still do. */
    private static String narrowed(String line) {
        String content = line.stripLeading();
        return " ".repeat((line.length() - content.length() + SCRIPT_INDENT - 1) / SCRIPT_INDENT) + content;
    }

    private static boolean isNeeded(String line) {
        String content = line.stripLeading();
        boolean comment = content.startsWith("#")
                && !content.startsWith("#!")
                && !content.startsWith(INCLUDE)
                // A comment with a reference makes CloudFormation create the referenced resources first.
                && !content.contains("${");
        return !content.isEmpty() && !comment;
    }
}
