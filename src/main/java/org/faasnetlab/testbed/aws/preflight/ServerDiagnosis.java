package org.faasnetlab.testbed.aws.preflight;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.faasnetlab.testbed.aws.calls.AwsQueries;
import org.faasnetlab.testbed.aws.calls.QueryFailedException;
import org.faasnetlab.testbed.aws.calls.Redactor;
import org.faasnetlab.testbed.aws.stack.AwsTestbedSettings;
import org.faasnetlab.testbed.aws.stack.ServerConsole;
import org.faasnetlab.testbed.aws.stack.TestbedStack;
import org.faasnetlab.testbed.aws.stack.TestbedState;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.Instance;
import software.amazon.awssdk.services.ec2.model.InstanceStateName;
import software.amazon.awssdk.services.ec2.model.InstanceStatus;
import software.amazon.awssdk.services.ec2.model.IpPermission;
import software.amazon.awssdk.services.ec2.model.SecurityGroup;
import software.amazon.awssdk.services.ec2.model.StateReason;
import software.amazon.awssdk.services.ec2.model.SummaryStatus;
import software.amazon.awssdk.services.ec2.model.UserIdGroupPair;

/** Examines the servers of a testbed: states, status checks, console output, and the rules of their security groups. */
final class ServerDiagnosis {
    private static final int CONSOLE_LINES = 3;

    /** What the boot script, cloud-init and dnf print when a server does not become ready. */
    private static final Pattern FAILURE = Pattern.compile(
            "(?i)\\b(error|failed|failure|cannot|could not|timed out|unreachable|no space left|denied)\\b");

    private static final String RESTORE =
            "Someone changed its rules. Restore them, or delete the testbed and create it again.";

    private static final String PUBLIC_SERVERS = "OutsideServerSecurityGroup";

    /** The port of a rule for all iperf3 ports. */
    private static final int IPERF3_PORTS = 0;

    /**
     * A rule of the template besides those between functions and servers inside the VPC.
     *
     * @param group logical ID of the security group
     * @param port a port, or {@link #IPERF3_PORTS}
     */
    private record Rule(String group, String whose, boolean ingress, String protocol, int port, String what) {}

    private static final List<Rule> RULES = List.of(
            new Rule("FunctionSecurityGroup", "functions", false, "tcp", 443, "HTTPS (TCP 443) to S3"),
            new Rule("ServerSecurityGroup", "servers", false, "tcp", 443, "HTTPS (TCP 443) to S3"),
            new Rule("DnsSecurityGroup", "DNS servers", false, "udp", 53, "DNS (UDP 53)"),
            new Rule("DnsSecurityGroup", "DNS servers", false, "tcp", 53, "DNS (TCP 53)"),
            new Rule(PUBLIC_SERVERS, "public servers", true, "tcp", IPERF3_PORTS, "the iperf3 ports from the internet"),
            new Rule(
                    PUBLIC_SERVERS,
                    "public servers",
                    true,
                    "udp",
                    AwsTestbedSettings.ECHO_PORT,
                    "latency probes from the internet"),
            new Rule(PUBLIC_SERVERS, "public servers", false, "tcp", 443, "HTTPS (TCP 443) to the internet"));

    private final TestbedStack stack;
    private final Redactor redactor = new Redactor();
    private List<Instance> known = List.of();

    ServerDiagnosis(TestbedStack stack) {
        this.stack = stack;
    }

    CheckResult state(AwsQueries aws) throws QueryFailedException {
        known = aws.query(
                "ec2:DescribeInstances",
                Ec2Client.builder(),
                ec2 -> ec2.describeInstancesPaginator(request -> request.filters(ofTestbed())).reservations().stream()
                        .flatMap(reservation -> reservation.instances().stream())
                        .toList());
        if (known.isEmpty()) {
            return CheckResult.problem(
                    "The testbed has no servers.", "They terminate at the end of the lease. Create the testbed again.");
        }
        for (Instance server : known) {
            if (server.state().name() != InstanceStateName.RUNNING
                    && server.state().name() != InstanceStateName.PENDING) {
                String reason = Optional.ofNullable(server.stateReason())
                        .map(StateReason::message)
                        .orElse("AWS gives no reason");
                return CheckResult.problem(
                        "Server " + server.instanceId() + " is "
                                + server.state().nameAsString() + ": " + TestbedDoctor.sentence(reason),
                        "Delete the testbed and create it again, in another zone if AWS stopped the server.");
            }
        }
        List<String> running = known.stream()
                .filter(ServerDiagnosis::isRunning)
                .map(Instance::instanceId)
                .toList();
        if (running.isEmpty()) {
            return CheckResult.warning("The servers are starting.", "Wait some minutes.");
        }
        List<InstanceStatus> statuses = aws.query(
                "ec2:DescribeInstanceStatus",
                Ec2Client.builder(),
                ec2 -> ec2.describeInstanceStatus(request -> request.instanceIds(running))
                        .instanceStatuses());
        for (InstanceStatus status : statuses) {
            if (status.instanceStatus().status() == SummaryStatus.IMPAIRED
                    || status.systemStatus().status() == SummaryStatus.IMPAIRED) {
                return CheckResult.problem(
                        "EC2's status checks of server " + status.instanceId() + " fail.",
                        "Delete the testbed and create it again.");
            }
        }
        return CheckResult.ok(
                running.size() + " of " + known.size() + " servers are running, and no status check fails.");
    }

    /** What the servers printed, if it looks like a failure. Requires {@link #state} before. */
    CheckResult console(AwsQueries aws) throws QueryFailedException {
        List<String> suspicious = new ArrayList<>();
        int read = 0;
        for (Instance server : known) {
            if (!isRunning(server)) {
                continue;
            }
            String encoded = aws.query(
                    "ec2:GetConsoleOutput",
                    Ec2Client.builder(),
                    ec2 -> ec2.getConsoleOutput(request -> request.instanceId(server.instanceId()))
                            .output());
            if (encoded != null && !encoded.isEmpty()) {
                read++;
                failures(encoded).forEach(line -> suspicious.add(server.instanceId() + ": " + redactor.redact(line)));
            }
        }
        if (read == 0) {
            return CheckResult.unknown(
                    "EC2 has no console output of the servers yet.", "It appears some minutes after the start.");
        }
        if (suspicious.isEmpty()) {
            return CheckResult.ok(
                    "The console output of " + read + (read == 1 ? " server" : " servers") + " mentions no failure.");
        }
        String meaning = "The console output mentions failures: " + String.join(" | ", suspicious);
        return stack.state() == TestbedState.READY
                ? CheckResult.warning(
                        meaning, "The servers became ready nevertheless. If functions cannot connect, this may be why.")
                : CheckResult.problem(
                        meaning,
                        "The servers are not ready, and this is probably why. Delete the testbed and create it again.");
    }

    /**
     * The last lines that look like failures.
     *
     * @param encoded console output in Base64
     */
    static List<String> failures(String encoded) {
        List<String> lines = ServerConsole.decoded(encoded)
                .lines()
                .map(String::strip)
                .filter(line -> FAILURE.matcher(line).find())
                .toList();
        return lines.subList(Math.max(0, lines.size() - CONSOLE_LINES), lines.size());
    }

    /** Whether functions may reach the iperf3 ports and the echo server of the servers. */
    CheckResult securityGroups(AwsQueries aws) throws QueryFailedException {
        List<SecurityGroup> groups =
                aws.query(
                        "ec2:DescribeSecurityGroups",
                        Ec2Client.builder(),
                        ec2 -> ec2
                                .describeSecurityGroupsPaginator(request -> request.filters(ofTestbed()))
                                .securityGroups()
                                .stream()
                                .toList());
        Optional<SecurityGroup> servers = group(groups, "ServerSecurityGroup");
        Optional<SecurityGroup> functions = group(groups, "FunctionSecurityGroup");
        if (servers.isEmpty() || functions.isEmpty()) {
            return CheckResult.problem(
                    "The security group of the " + (servers.isEmpty() ? "servers" : "functions") + " does not exist.",
                    "Delete the testbed and create it again.");
        }
        int last = stack.settings().map(AwsTestbedSettings::lastPort).orElse(AwsTestbedSettings.FIRST_PORT);
        for (PortRange ports : List.of(
                new PortRange("tcp", AwsTestbedSettings.FIRST_PORT, last),
                new PortRange("udp", AwsTestbedSettings.ECHO_PORT, last))) {
            if (!allows(servers.get().ipPermissions(), ports, functions.get().groupId())) {
                return CheckResult.problem(
                        "The security group of the servers does not accept " + ports.text() + " from functions.",
                        RESTORE);
            }
            if (!allows(
                    functions.get().ipPermissionsEgress(), ports, servers.get().groupId())) {
                return CheckResult.problem(
                        "The security group of the functions does not allow " + ports.text() + " to servers.", RESTORE);
            }
        }
        Optional<CheckResult> other = otherRules(groups, last);
        return other.isPresent()
                ? other.get()
                : CheckResult.ok("Functions may reach TCP ports " + AwsTestbedSettings.FIRST_PORT + " to " + last
                        + " and UDP ports " + AwsTestbedSettings.ECHO_PORT + " to " + last
                        + " of the servers, and both may reach S3.");
    }

    /** Consecutive ports of a protocol. */
    private record PortRange(String protocol, int first, int last) {
        String text() {
            return protocol.toUpperCase(Locale.ROOT) + " ports " + first + " to " + last;
        }

        boolean isWithin(IpPermission rule) {
            return rule.ipProtocol().equals("-1")
                    || (rule.ipProtocol().equals(protocol) && rule.fromPort() <= first && rule.toPort() >= last);
        }
    }

    /** HTTPS to S3, DNS servers of the VPC's own, and public servers. */
    private Optional<CheckResult> otherRules(List<SecurityGroup> groups, int last) {
        boolean outside = stack.settings()
                .filter(settings -> settings.outsideServers() > 0)
                .isPresent();
        for (Rule rule : RULES) {
            Optional<SecurityGroup> group = group(groups, rule.group());
            boolean needed = outside || !rule.group().equals(PUBLIC_SERVERS);
            if (group.isEmpty()) {
                if (outside && rule.group().equals(PUBLIC_SERVERS)) {
                    return Optional.of(CheckResult.problem(
                            "The security group of the public servers does not exist.",
                            "Delete the testbed and create it again."));
                }
                continue; // Only a VPC with DNS servers of its own has a group for them.
            }
            List<IpPermission> rules =
                    rule.ingress() ? group.get().ipPermissions() : group.get().ipPermissionsEgress();
            boolean iperf3 = rule.port() == IPERF3_PORTS;
            int first = iperf3 ? AwsTestbedSettings.FIRST_PORT : rule.port();
            int highest = iperf3 ? last : rule.port();
            if (needed
                    && rules.stream()
                            .noneMatch(allowed -> covers(allowed, new PortRange(rule.protocol(), first, highest)))) {
                return Optional.of(CheckResult.problem(
                        "The security group of the " + rule.whose() + " does not allow " + rule.what() + ".", RESTORE));
            }
        }
        return Optional.empty();
    }

    private static boolean covers(IpPermission rule, PortRange ports) {
        boolean somewhere = !rule.ipRanges().isEmpty()
                || !rule.ipv6Ranges().isEmpty()
                || !rule.prefixListIds().isEmpty();
        return somewhere && ports.isWithin(rule);
    }

    private static boolean allows(List<IpPermission> rules, PortRange ports, String group) {
        return rules.stream()
                .filter(ports::isWithin)
                .flatMap(rule -> rule.userIdGroupPairs().stream())
                .map(UserIdGroupPair::groupId)
                .anyMatch(group::equals);
    }

    private static Optional<SecurityGroup> group(List<SecurityGroup> groups, String logicalId) {
        return groups.stream()
                .filter(group -> group.tags().stream()
                        .anyMatch(tag -> tag.key().equals("aws:cloudformation:logical-id")
                                && tag.value().equals(logicalId)))
                .findFirst();
    }

    private static boolean isRunning(Instance server) {
        return server.state().name() == InstanceStateName.RUNNING;
    }

    private Filter ofTestbed() {
        return Filter.builder()
                .name("tag:" + AwsTestbedSettings.TAG)
                .values(stack.stackName())
                .build();
    }
}
