package org.faasnetlab.testbed.aws.pricing;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.faasnetlab.testbed.aws.account.AwsAccessException;
import org.faasnetlab.testbed.aws.account.AwsAccount;
import org.faasnetlab.testbed.aws.stack.AwsTestbedSettings;
import org.faasnetlab.testbed.aws.stack.TestbedStack;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.ResourceStatus;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.Instance;
import software.amazon.awssdk.services.ec2.model.InstanceStateName;

/**
 * Reads from EC2 how long a testbed's servers have been running. EC2 removes a server from its list about an hour after
 * termination.
 */
public final class ServerUptimeReader {

    private static final Pattern ENDED =
            Pattern.compile("\\((\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d) (?:GMT|UTC)\\)");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    private final AwsAccount account;

    public ServerUptimeReader(AwsAccount account) {
        this.account = account;
    }

    /**
     * Uptimes of the servers that EC2 lists, including those terminated recently.
     *
     * @param stackName the testbed's stack
     * @param now end of the uptime of running servers, and of terminated servers without a termination time
     * @throws AwsAccessException if the request fails
     */
    public List<ServerUptime> of(String stackName, Instant now) throws AwsAccessException {
        return account.query(
                Ec2Client.builder(),
                ec2 -> ec2
                        .describeInstancesPaginator(request -> request.filters(Filter.builder()
                                .name("tag:" + AwsTestbedSettings.TAG)
                                .values(stackName)
                                .build()))
                        .reservations()
                        .stream()
                        .flatMap(reservation -> reservation.instances().stream())
                        .map(instance -> time(instance, now))
                        .toList());
    }

    /**
     * Uptimes of the servers that the stack has created, for servers that EC2 does not list any more; accurate to the time
     * that CloudFormation needs to create and delete them.
     *
     * @throws AwsAccessException if the request fails
     */
    List<ServerUptime> ofStack(TestbedStack testbed, AwsTestbedSettings settings, Instant now)
            throws AwsAccessException {
        Instant end = testbed.leaseEnd().filter(now::isAfter).orElse(now);
        return account.query(
                CloudFormationClient.builder(),
                cloudFormation -> cloudFormation
                        .listStackResourcesPaginator(request -> request.stackName(testbed.id()))
                        .stackResourceSummaries()
                        .stream()
                        .filter(resource -> "AWS::EC2::Instance".equals(resource.resourceType()))
                        .filter(resource -> resource.physicalResourceId() != null
                                && !resource.physicalResourceId().isEmpty())
                        .map(resource -> {
                            boolean deleted = resource.resourceStatus() == ResourceStatus.DELETE_COMPLETE;
                            Duration time = Duration.between(
                                    testbed.createdAt(), deleted ? resource.lastUpdatedTimestamp() : end);
                            return new ServerUptime(
                                    settings.serverType(),
                                    resource.logicalResourceId().startsWith("Outside"),
                                    time.isNegative() ? Duration.ZERO : time,
                                    false);
                        })
                        .toList());
    }

    private static ServerUptime time(Instance instance, Instant now) {
        // A terminated instance has no address any more; its name tells what it had.
        boolean publicAddress = instance.publicIpAddress() != null
                || instance.tags().stream()
                        .anyMatch(tag -> tag.key().equals("Name") && tag.value().endsWith(" public server"));
        Instant end = instance.state() != null && instance.state().name() == InstanceStateName.TERMINATED
                ? ended(String.valueOf(instance.stateTransitionReason()), now)
                : now;
        Duration time = Duration.between(instance.launchTime(), end);
        boolean running = instance.state() == null
                || instance.state().name() == InstanceStateName.RUNNING
                || instance.state().name() == InstanceStateName.PENDING;
        return new ServerUptime(
                instance.instanceTypeAsString(), publicAddress, time.isNegative() ? Duration.ZERO : time, running);
    }

    /** EC2 reports the time within a text, for example {@code User initiated (2026-11-23 10:00:00 GMT)}. */
    private static Instant ended(String reason, Instant otherwise) {
        Matcher ended = ENDED.matcher(reason);
        if (!ended.find()) {
            return otherwise;
        }
        try {
            return LocalDateTime.parse(ended.group(1), TIME).toInstant(ZoneOffset.UTC);
        } catch (DateTimeParseException e) {
            return otherwise;
        }
    }
}
