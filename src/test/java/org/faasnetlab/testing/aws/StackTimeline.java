package org.faasnetlab.testing.aws;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Events of a stack over time: its resources start one after the other, and each takes some time. */
public final class StackTimeline {

    /** Durations of slow resource types as multiples of the pace; all others take one. */
    private static final Map<String, Integer> LENGTHS = Map.of(
            "AWS::EC2::Instance", 3,
            "AWS::IAM::InstanceProfile", 3,
            "AWS::CloudFormation::WaitCondition", 6,
            "AWS::Lambda::Function", 4);

    private record Event(String resource, String type, String status, String reason, Instant at) {}

    private final String stackId;
    private final String stackName;
    private final Clock clock;
    private Duration pace;
    private final Map<String, String> resources = new LinkedHashMap<>();
    private List<Event> events = new ArrayList<>();

    public StackTimeline(String stackId, String stackName, Clock clock, Duration pace) {
        this.stackId = stackId;
        this.stackName = stackName;
        this.clock = clock;
        this.pace = pace;
    }

    /** Applies from the next change on. */
    public synchronized void pace(Duration other) {
        pace = other;
    }

    public String stackId() {
        return stackId;
    }

    public boolean isOf(String nameOrId) {
        return nameOrId.equals(stackName) || nameOrId.equals(stackId);
    }

    /** Starts to create resources (types by logical ID) in this order. */
    public synchronized void create(String verb, Map<String, String> types) {
        Instant at = begin(verb);
        Instant end = at;
        for (Map.Entry<String, String> entry : types.entrySet()) {
            if (resources.putIfAbsent(entry.getKey(), entry.getValue()) == null) {
                Instant done = addEvents(entry.getKey(), "CREATE", at);
                end = done.isAfter(end) ? done : end;
                at = at.plus(pace);
            }
        }
        end(verb + "_COMPLETE", end);
    }

    /** As {@link #create}, but one resource fails for a reason, and CloudFormation rolls back the stack. */
    public synchronized void fail(Map<String, String> types, String failing, String reason) {
        create("CREATE", types);
        Instant at = events.stream()
                .filter(event ->
                        event.resource().equals(failing) && event.status().equals("CREATE_COMPLETE"))
                .findFirst()
                .orElseThrow()
                .at();
        events.removeIf(event -> !event.at().isBefore(at));
        events.add(new Event(failing, types.get(failing), "CREATE_FAILED", reason, at));
        addStackEvent(
                "ROLLBACK_IN_PROGRESS",
                "The following resource(s) failed to create: [" + failing + "]. Rollback requested by user.",
                at);
        end("ROLLBACK_COMPLETE", deleteAll(at));
    }

    /** Starts to delete everything, whatever is in progress. */
    public synchronized void delete() {
        end("DELETE_COMPLETE", deleteAll(begin("DELETE")));
    }

    public synchronized String status() {
        return past().stream()
                .filter(event -> event.resource().equals(stackName))
                .reduce((before, last) -> last)
                .orElseThrow()
                .status();
    }

    public synchronized boolean isCreated(String resource) {
        return past().stream()
                .anyMatch(event ->
                        event.resource().equals(resource) && event.status().equals("CREATE_COMPLETE"));
    }

    /** The response of DescribeStackEvents, newest first. */
    public synchronized String events() {
        List<Event> past = past();
        StringBuilder members = new StringBuilder();
        for (int i = past.size() - 1; i >= 0; i--) {
            Event event = past.get(i);
            members.append("""
                    <member><EventId>event-%d</EventId><StackId>%s</StackId><StackName>%s</StackName>
                    <LogicalResourceId>%s</LogicalResourceId><PhysicalResourceId>%s</PhysicalResourceId>
                    <ResourceType>%s</ResourceType><Timestamp>%s</Timestamp><ResourceStatus>%s</ResourceStatus>
                    <ResourceStatusReason>%s</ResourceStatusReason></member>
                    """.formatted(
                            i,
                            stackId,
                            stackName,
                            event.resource(),
                            event.resource().equals(stackName) ? stackId : event.resource() + "-id",
                            event.type(),
                            event.at().truncatedTo(ChronoUnit.MILLIS),
                            event.status(),
                            event.reason()));
        }
        return "<DescribeStackEventsResponse><DescribeStackEventsResult><StackEvents>" + members
                + "</StackEvents></DescribeStackEventsResult></DescribeStackEventsResponse>";
    }

    private List<Event> past() {
        Instant now = clock.instant();
        return events.stream().filter(event -> !event.at().isAfter(now)).collect(Collectors.toList());
    }

    private Instant begin(String verb) {
        events = past();
        Instant now = clock.instant();
        addStackEvent(verb + "_IN_PROGRESS", "User Initiated", now);
        return now;
    }

    private void end(String status, Instant at) {
        addStackEvent(status, "", at);
        events.sort(Comparator.comparing(Event::at));
    }

    private void addStackEvent(String status, String reason, Instant at) {
        events.add(new Event(stackName, "AWS::CloudFormation::Stack", status, reason, at));
    }

    /** Deletes the resources that were started, newest first. */
    private Instant deleteAll(Instant from) {
        List<String> begun = events.stream()
                .map(Event::resource)
                .filter(resources::containsKey)
                .distinct()
                .collect(Collectors.toList());
        Collections.reverse(begun);
        Instant at = from;
        Instant end = from;
        for (String text : begun) {
            Instant done = addEvents(text, "DELETE", at);
            end = done.isAfter(end) ? done : end;
            at = at.plus(pace.dividedBy(2));
        }
        return end;
    }

    private Instant addEvents(String resource, String verb, Instant from) {
        String type = resources.get(resource);
        Instant end = from.plus(pace.multipliedBy(LENGTHS.getOrDefault(type, 1)));
        events.add(new Event(resource, type, verb + "_IN_PROGRESS", "", from));
        events.add(new Event(resource, type, verb + "_COMPLETE", "", end));
        return end;
    }
}
