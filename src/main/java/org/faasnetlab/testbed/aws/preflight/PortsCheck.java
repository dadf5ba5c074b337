package org.faasnetlab.testbed.aws.preflight;

import java.util.Locale;
import org.faasnetlab.testbed.aws.calls.AwsQueries;
import org.faasnetlab.testbed.aws.stack.AwsTestbedSettings;

/** Checks whether there is an iperf3 process for every function. Makes no request. */
final class PortsCheck implements PreflightCheck {

    private final AwsTestbedSettings settings;
    private final int functions;

    PortsCheck(AwsTestbedSettings settings, int functions) {
        this.settings = settings;
        this.functions = functions;
    }

    @Override
    public CheckResult check(AwsQueries aws) {
        int ports = fewestServers(settings) * settings.portsPerServer();
        String counted = String.format(Locale.ROOT, "%,d ports for %,d functions", ports, functions);
        if (ports < functions) {
            return CheckResult.problem(
                    counted + ": each port serves one function at a time.", "Use more ports or more servers.");
        }
        return CheckResult.ok(counted + ".");
    }

    /** A run uses either the servers inside the VPC or those outside, so the smaller group must suffice. */
    static int fewestServers(AwsTestbedSettings settings) {
        return settings.outsideServers() == 0
                ? settings.servers()
                : Math.min(settings.servers(), settings.outsideServers());
    }
}
