package org.faasnetlab.testbed.aws.stack;

import java.util.stream.Collectors;

/**
 * The CloudFormation template of a testbed: {@code template.yaml} with the servers' scripts in it.
 *
 * <p>A line {@code #include NAME} stands for the script of that name, indented as the line is. Comments of scripts are
 * left out: a template is at most {@value #MAX_BYTES} bytes, and an instance's user data at most 16 KB.
 */
public final class TestbedTemplate {

    /** The longest template that CloudFormation takes in a request. */
    public static final int MAX_BYTES = 51_200;

    private static final String INCLUDE = "#include ";

    /** The template as it is sent to CloudFormation. */
    public String text() {
        return ResourceText.read(TestbedTemplate.class, "template.yaml")
                .lines()
                .map(this::withScript)
                .collect(Collectors.joining());
    }

    private String withScript(String line) {
        String content = line.stripLeading();
        if (!content.startsWith(INCLUDE)) {
            return line + "\n";
        }
        String indent = line.substring(0, line.length() - content.length());
        return ResourceText.read(TestbedTemplate.class, "server-scripts/" + content.substring(INCLUDE.length()))
                .lines()
                .filter(TestbedTemplate::isNeeded)
                .map(each -> withScript(each.isEmpty() ? each : indent + each))
                .collect(Collectors.joining());
    }

    private static boolean isNeeded(String line) {
        String content = line.stripLeading();
        return !content.startsWith("#") || content.startsWith("#!") || content.startsWith(INCLUDE);
    }
}
