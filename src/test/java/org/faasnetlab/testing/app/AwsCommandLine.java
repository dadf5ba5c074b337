package org.faasnetlab.testing.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.faasnetlab.app.AppDirectories;
import org.faasnetlab.app.Wiring;
import org.faasnetlab.cli.common.Terminal;
import org.faasnetlab.cli.common.TerminalStyle;
import org.faasnetlab.testbed.aws.stack.AwsNetwork;
import org.faasnetlab.testing.aws.MotoServer;
import org.faasnetlab.testing.aws.ShortSleeps;
import org.faasnetlab.testing.aws.UserOwnedSubnet;
import software.amazon.awssdk.services.ec2.Ec2Client;

/** The program's command line for a test with a moto account, and its output. */
public final class AwsCommandLine {
    private final Path home;
    private final Path data;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    /** @param home installation folder of the program */
    public AwsCommandLine(Path home, Path data) {
        this.home = home.toAbsolutePath();
        this.data = data;
    }

    /** The output of a command that exits with this code. */
    public String said(int code, String... arguments) {
        int before = out.toString().length();
        assertThat(run(arguments))
                .as("%s%n%s%n%s", String.join(" ", arguments), out, err)
                .isEqualTo(code);
        return out.toString().substring(before);
    }

    public int run(String... arguments) {
        Properties properties = new Properties();
        properties.putAll(System.getProperties());
        properties.setProperty("faasnetlab.home", home.toString());
        Terminal terminal = new Terminal(
                new PrintWriter(out), new PrintWriter(err), () -> null, false, TerminalStyle.PLAIN, () -> null);
        return new Wiring(Map.of(AppDirectories.OVERRIDE, data.toString()), properties, ShortSleeps.OF)
                .cli(terminal)
                .run(arguments);
    }

    public String out() {
        return out.toString();
    }

    public String err() {
        return err.toString();
    }

    /**
     * Arguments with the options for a testbed in a subnet of the user's, because moto does not delete a stack with an
     * endpoint in a VPC of its own.
     */
    public static String[] inOwnSubnet(MotoServer moto, String... words) {
        try (Ec2Client ec2 = moto.client(Ec2Client.builder())) {
            AwsNetwork.ExistingSubnet own = UserOwnedSubnet.in(ec2);
            return with(
                    new String[] {
                        "--profile",
                        "work",
                        "--vpc",
                        own.vpcId(),
                        "--subnet",
                        own.subnetId(),
                        "--route-table",
                        own.endpointRouteTableId(),
                        "--lease",
                        "1h"
                    },
                    words);
        }
    }

    public static String[] with(String[] options, String... words) {
        return Stream.concat(Stream.of(words), Stream.of(options)).toArray(String[]::new);
    }
}
