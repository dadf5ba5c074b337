package org.faasnetlab.testbed.aws.stack;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.faasnetlab.LabException;
import org.faasnetlab.format.Phrase;
import org.faasnetlab.testbed.aws.account.AwsAccessException;
import org.faasnetlab.testbed.aws.account.AwsAccount;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.Instance;
import software.amazon.awssdk.services.ec2.model.InstanceStateName;
import software.amazon.awssdk.services.ec2.model.Tag;

/**
 * Extensions of testbeds' leases. A stack's parameters cannot be changed without replacing its servers; so the new end is
 * a tag of the servers, which they read from their metadata every minute.
 */
public final class LeaseExtensions {

    /** Tag of servers with the extended end of their lease, in seconds since 1970. */
    public static final String TAG = "faasnetlab:lease-end";

    /** What a server shows on its console before an extended end that it has read, see {@code lease.sh}. */
    private static final String CONSOLE_LINE = "faasnetlab: the lease ends at ";

    /** A testbed exists no longer than this from now, however often it is extended. */
    public static final Duration MAX_LEASE = Duration.ofHours(24);

    private final AwsAccount account;

    public LeaseExtensions(AwsAccount account) {
        this.account = account;
    }

    /** Extended ends by the name of the stack; stacks that were not extended are absent. */
    public Map<String, Instant> ends() throws AwsAccessException {
        Map<String, Instant> ends = new HashMap<>();
        for (Instance server :
                servers(Filter.builder().name("tag-key").values(TAG).build())) {
            Map<String, String> tags = new HashMap<>();
            server.tags().forEach(tag -> tags.put(tag.key(), tag.value()));
            String stackName = tags.get(AwsTestbedSettings.TAG);
            String end = tags.getOrDefault(TAG, "");
            if (stackName != null && end.matches("[0-9]{10}")) {
                // All servers of a testbed get the same end; after an interrupted extension the earliest one counts.
                ends.merge(
                        stackName,
                        Instant.ofEpochSecond(Long.parseLong(end)),
                        (known, other) -> known.isBefore(other) ? known : other);
            }
        }
        return ends;
    }

    /**
     * Extends the lease of all servers.
     *
     * @param by at least one minute
     * @return the new end
     * @throws LabException if the lease has expired, there are no servers, or the new end is too late
     */
    public Instant extend(TestbedStack testbed, Duration by, Instant now) throws LabException {
        Instant end = testbed.leaseEnd()
                .filter(now::isBefore)
                .orElseThrow(() -> new LabException(
                        LabException.Kind.REFUSED,
                        Phrase.of(
                                "The lease of testbed {0} has expired, and its servers have terminated.",
                                testbed.name()),
                        Phrase.of("Delete it and create it again.")));
        Instant extended = Instant.ofEpochSecond(end.plus(by).getEpochSecond());
        if (extended.isAfter(now.plus(MAX_LEASE))) {
            throw new LabException(
                    LabException.Kind.REFUSED,
                    Phrase.of(
                            "The lease of testbed {0} would last longer than {1} hours from now.",
                            testbed.name(), MAX_LEASE.toHours()),
                    Phrase.of("Extend it by less; it can be extended again later."));
        }
        List<String> servers =
                servers(ofTestbed(testbed)).stream().map(Instance::instanceId).toList();
        if (servers.isEmpty()) {
            throw new LabException(
                    LabException.Kind.REFUSED,
                    Phrase.of("Testbed {0} has no running servers.", testbed.name()),
                    Phrase.of("Delete it and create it again."));
        }
        account.query(
                Ec2Client.builder(),
                ec2 -> ec2.createTags(request -> request.resources(servers)
                        .tags(Tag.builder()
                                .key(TAG)
                                .value(Long.toString(extended.getEpochSecond()))
                                .build())));
        return extended;
    }

    /**
     * Whether every running server shows on its console that it has read an end.
     *
     * @param end as {@link #extend} returned it
     */
    public boolean isRead(TestbedStack testbed, Instant end) throws AwsAccessException {
        String line = CONSOLE_LINE + end.getEpochSecond();
        List<Instance> running = servers(ofTestbed(testbed));
        for (Instance server : running) {
            String output = account.query(
                    Ec2Client.builder(),
                    ec2 -> ec2.getConsoleOutput(request ->
                                    request.instanceId(server.instanceId()).latest(true))
                            .output());
            if (output == null || !ServerConsole.decoded(output).contains(line)) {
                return false;
            }
        }
        return !running.isEmpty();
    }

    private static Filter ofTestbed(TestbedStack testbed) {
        return Filter.builder()
                .name("tag:" + AwsTestbedSettings.TAG)
                .values(testbed.stackName())
                .build();
    }

    private List<Instance> servers(Filter filter) throws AwsAccessException {
        Predicate<Instance> runs = server -> server.state() == null
                || server.state().name() == InstanceStateName.RUNNING
                || server.state().name() == InstanceStateName.PENDING;
        return account.query(
                Ec2Client.builder(),
                ec2 -> ec2.describeInstancesPaginator(request -> request.filters(filter)).reservations().stream()
                        .flatMap(reservation -> reservation.instances().stream())
                        .filter(runs)
                        .toList());
    }
}
