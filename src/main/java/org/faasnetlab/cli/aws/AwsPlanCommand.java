package org.faasnetlab.cli.aws;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.faasnetlab.LabException;
import org.faasnetlab.cli.common.DataOption;
import org.faasnetlab.cli.common.ExitCode;
import org.faasnetlab.cli.common.Terminal;
import org.faasnetlab.run.Lab;
import org.faasnetlab.testbed.aws.AwsTestbeds;
import org.faasnetlab.testbed.aws.creation.CreationPlan;
import org.faasnetlab.testbed.aws.stack.AwsTestbedSettings;
import org.faasnetlab.testbed.aws.stack.TestbedTemplate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Prints the resources, exposure, cost and required policy of a testbed. */
@Command(
        name = "plan",
        header = "Show the resources, exposure, cost, and required IAM policy of a testbed",
        description = "Makes no AWS requests unless --prices is specified.")
final class AwsPlanCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final DataOption data;

    @Mixin
    private AwsAccountOptions account = new AwsAccountOptions();

    @Mixin
    private AwsSettingsOptions options = new AwsSettingsOptions();

    @Option(names = "--prices", description = "Use current prices of the Region from the AWS Price List")
    private boolean prices;

    @Option(names = "--template", paramLabel = "FILE", description = "Write the CloudFormation template to this file")
    private @Nullable Path template;

    @Option(names = "--policy", paramLabel = "FILE", description = "Write the IAM policy to this file, as JSON")
    private @Nullable Path policy;

    @Option(names = "--show-policy", description = "Also print the IAM policy")
    private boolean showPolicy;

    @Option(names = "--show-template", description = "Also print the CloudFormation template")
    private boolean showTemplate;

    AwsPlanCommand(Terminal terminal, DataOption data) {
        this.terminal = terminal;
        this.data = data;
    }

    @Override
    public Integer call() throws LabException {
        String policyText;
        try (Lab lab = data.open()) {
            AwsTestbeds testbeds = account.testbeds(lab);
            AwsTestbedSettings settings = options.settings(testbeds.region());
            CreationPlan plan =
                    testbeds.plan(settings, options.functions(), prices).withMemorySizes(options.memorySizes(settings));
            if (!options.hasZone()) {
                plan = plan.withOpenZone();
            }
            terminal.printLines(plan.text(showPolicy).lines().toList());
            policyText = plan.policy();
        }
        if (policy != null) {
            write("policy", policy, policyText);
        } else if (!showPolicy) {
            printHidden("IAM policy", policyText, "--show-policy", "--policy FILE");
        }
        String templateText = new TestbedTemplate().text();
        if (showTemplate) {
            terminal.printLines(List.of("== CloudFormation template", ""));
            terminal.printLines(templateText.lines().toList());
        }
        if (template != null) {
            write("template", template, templateText);
        } else if (!showTemplate) {
            printHidden("CloudFormation template", templateText, "--show-template", "--template FILE");
        }
        return ExitCode.OK;
    }

    private void printHidden(String what, String text, String showOption, String fileOption) {
        terminal.print("The " + what + " (" + text.lines().count() + " lines) is not shown. Print it with " + showOption
                + ", or write it with " + fileOption + ".");
    }

    private void write(String what, Path file, String text) throws LabException {
        try {
            Files.writeString(file, text, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new LabException(
                    LabException.Kind.BAD_INPUT,
                    "Cannot write the " + what + " to " + file + ".",
                    "Specify a writable file.",
                    e);
        }
        terminal.print("Wrote the " + what + " to " + file + ".");
    }
}
