package org.faasnetlab.testbed.aws.policy;

import org.faasnetlab.testbed.aws.stack.AwsNetwork;
import org.faasnetlab.testbed.aws.stack.AwsTestbedSettings;

/** Answers a security reviewer's questions about a testbed: network access, permissions, and retained resources. */
public final class SecurityReview {
    private final AwsTestbedSettings settings;

    public SecurityReview(AwsTestbedSettings settings) {
        this.settings = settings;
    }

    /** Network access to and from the testbed, and permissions of servers and functions. */
    public String networkAccess() {
        boolean outside = settings.outsideServers() > 0;
        TwoColumnText lines = new TwoColumnText();
        lines.add("From internet", outside ? publicServers() : "nothing: no public address and no internet gateway");
        lines.add("To internet", egress());
        lines.add("Inside", "functions reach the servers' ports " + ports() + " (security groups); nothing else does");
        lines.add("Sign-in", "none on any server: no SSH port, no key pair; metadata service with a token only");
        if (outside) {
            lines.add(
                    "Password",
                    "random, in a parameter that CloudFormation does not echo; servers know its SHA-256. The function outside has it"
                            + " in its environment, where everyone sees it who may read the account's functions");
        }
        lines.add(
                "Disks",
                "encrypted with the account's default key for EBS. If that is a key of your own and not AWS's, you need the"
                        + " right to use it, too");
        lines.add(
                "Servers may",
                "put one object, their iperf3, into the bucket" + (outside ? "; public ones nothing" : ""));
        lines.add(
                "Functions may",
                "write their log; Lambda may manage their network interfaces, their own code may not. They have no permission"
                        + " on S3: they get addresses signed for one object and half an hour");
        lines.add("Your keys", "sign requests on this computer and are neither sent nor stored nor logged");
        return lines.text();
    }

    private String ports() {
        return "TCP " + AwsTestbedSettings.FIRST_PORT + " to " + settings.lastPort();
    }

    private String publicServers() {
        return ports()
                + " of the public servers, from any address, because a function outside a VPC has no known one. iperf3"
                + " there takes tests with the testbed's user and password alone (encrypted with the server's RSA key);"
                + " a stranger can connect, but not measure. Servers inside the VPC cannot be reached";
    }

    private String egress() {
        String inside = settings.network() instanceof AwsNetwork.ExistingSubnet
                ? "HTTPS (TCP 443) as far as the routes of your subnet lead; no other port"
                : "nothing but the VPC's DNS and S3 in the Region, and there, by the endpoint's policy, the packages of Amazon Linux, the testbed's"
                        + " bucket and the signal to CloudFormation that a server is ready";
        return settings.outsideServers() > 0
                ? inside + ". Public servers: HTTPS"
                        + (settings.network() instanceof AwsNetwork.NewVpc
                                ? ""
                                : ", also to what your VPC offers by it")
                        + ". The function outside the VPC: all, like any such function"
                : inside;
    }

    /** What remains while idle, after the lease, and after the deletion. */
    public String retainedResources() {
        TwoColumnText lines = new TwoColumnText();
        lines.add("When idle", "servers cost by the hour, whether anything is measured or not; nothing else does");
        lines.add(
                "After the lease",
                "servers, with their disks, are gone, also if this program is not running. Network, functions, roles, log group"
                        + " and bucket stay and cost nothing"
                        + (settings.network() instanceof AwsNetwork.NewVpc
                                ? "; the VPC counts towards the Region's quota (5)"
                                : ""));
        lines.add(
                "Data", "objects go after a day, log lines after a week; measurements are kept on this computer alone");
        lines.add(
                "Teardown",
                "'faasnetlab aws teardown " + settings.name()
                        + "' removes all of it, looks for what is left by tag and name, and says so");
        return lines.text();
    }
}
