package org.faasnetlab.testbed.aws.policy;

import java.util.Locale;
import org.faasnetlab.protocol.ProbeTarget;
import org.faasnetlab.testbed.aws.stack.AwsTestbedSettings;

/** Answers a security reviewer's questions about a testbed: network access, permissions, and retained resources. */
public final class SecurityReview {
    /** Of one function, at the shortest interval. */
    private static final int PROBES_PER_SECOND = 1_000 / ProbeTarget.MIN_INTERVAL_MS;

    private final AwsTestbedSettings settings;

    public SecurityReview(AwsTestbedSettings settings) {
        this.settings = settings;
    }

    /** Network access to and from the testbed, and permissions of servers and functions. */
    public String networkAccess() {
        boolean outside = settings.outsideServers() > 0;
        TwoColumnText lines = new TwoColumnText();
        lines.add("From internet", outside ? publicServers() : "nothing: " + whyUnreachable());
        lines.add("To internet", egress());
        lines.add(
                "Inside",
                "only the functions can reach the servers, on ports " + ports() + " for iperf3, and UDP "
                        + AwsTestbedSettings.ECHO_PORT + " to " + settings.lastPort()
                        + " for latency probes and UDP tests (security groups)");
        lines.add("Sign-in", "none on any server: no SSH port, no key pair; IMDSv2 only");
        if (outside) {
            lines.add(
                    "Password",
                    "random, in a NoEcho parameter of the stack; servers store only its SHA-256 hash. The function outside the VPC"
                            + " has it in its environment, where everyone can see it who may read the functions of the account");
        }
        lines.add(
                "Probe key",
                "random, in a NoEcho parameter of the stack. The echo servers answer only latency probes made with it, each one"
                        + " once, with as many bytes, and at most "
                        + String.format(Locale.ROOT, "%,d", settings.portsPerServer() * PROBES_PER_SECOND)
                        + " a second. Who may read the functions or the user data of the account's servers can see it");
        lines.add(
                "Disks",
                "encrypted with the default EBS key of the account. If this is a customer managed key, you also need"
                        + " permission to use it");
        lines.add(
                "Servers can",
                "upload one object, their iperf3 binary, to the bucket" + (outside ? "; public servers: nothing" : ""));
        lines.add(
                "Functions can",
                "write their logs; Lambda can manage their network interfaces, their own code cannot. They have no permissions"
                        + " on S3: they receive presigned URLs for single objects, valid for 30 minutes");
        lines.add("Your keys", "sign requests on this computer; they are never sent, stored, or logged");
        return lines.text();
    }

    private String whyUnreachable() {
        return settings.network()
                .map(
                        newVpc -> "no public addresses, no internet gateway",
                        newSubnet -> "no public addresses, and the new subnet has no route to an internet gateway",
                        existing ->
                                "the servers get no public IPv4 addresses, even if your subnet assigns them, and their security"
                                        + " group accepts connections from the functions only");
    }

    private String ports() {
        return "TCP " + AwsTestbedSettings.FIRST_PORT + " to " + settings.lastPort();
    }

    private String publicServers() {
        return ports()
                + " of the public servers, from any address, because the address of a function outside a VPC is unknown."
                + " iperf3 there requires the user and password of the testbed (encrypted with the RSA key of the server);"
                + " others can connect, but not measure. UDP " + AwsTestbedSettings.ECHO_PORT
                + " answers latency probes made with the key of the testbed, and nothing else; UDP tests are not possible there."
                + " Servers inside the VPC are not reachable";
    }

    private String egress() {
        String inside = isInExistingSubnet()
                ? "HTTPS (TCP 443) as far as the routes of your subnet allow, and DNS (port 53) to DNS servers that your VPC"
                        + " has of its own; no other ports"
                : "only VPC DNS and S3 in the Region; the endpoint policy allows only the Amazon Linux packages, the bucket of"
                        + " the testbed, and the ready signal to CloudFormation";
        return settings.outsideServers() > 0
                ? inside + ". Public servers: HTTPS"
                        + (hasNewVpc() ? "" : ", also to resources in your VPC")
                        + ". Function outside the VPC: unrestricted, as for any such function"
                : inside;
    }

    private boolean hasNewVpc() {
        return settings.network().map(newVpc -> true, newSubnet -> false, existing -> false);
    }

    private boolean isInExistingSubnet() {
        return settings.network().map(newVpc -> false, newSubnet -> false, existing -> true);
    }

    /** What remains while idle, after the lease, and after the deletion. */
    public String retainedResources() {
        TwoColumnText lines = new TwoColumnText();
        lines.add("When idle", "servers are billed by the hour, even when idle; nothing else incurs costs");
        lines.add(
                "After the lease",
                "servers and their disks are deleted, even if this program is not running. Network, functions, roles, log"
                        + " group, and bucket remain at no cost"
                        + (hasNewVpc() ? "; the VPC counts toward the quota of the Region (5)" : ""));
        lines.add(
                "Data",
                "objects expire after one to two days (S3 rounds up to midnight UTC and deletes later), log events after one week; results are stored only on this computer");
        lines.add(
                "Deletion",
                "'faasnetlab aws teardown " + settings.name()
                        + "' deletes all resources, then scans for leftover resources by tag and name");
        return lines.text();
    }
}
