package org.faasnetlab.store;

import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.faasnetlab.format.Phrase;
import org.faasnetlab.measure.Direction;
import org.faasnetlab.testbed.Testbed;
import org.faasnetlab.testbed.TestbedKind;
import org.jspecify.annotations.Nullable;

/**
 * A stored run.
 *
 * @param id short id, unique in the store and easy to type, for example {@code 20261123-104210-k3f9}
 * @param endedAt null while it is running
 * @param preset name of the preset, for example {@code iperf3-concurrent}
 * @param title display text, for example {@code Concurrent functions}
 * @param testbed display name of the testbed
 * @param testbedKind where the functions of the testbed ran
 * @param simulatedNetwork whether any link's speed was simulated
 * @param settings the plan's settings by name in the format of {@code --set}, sorted
 * @param environment properties of the testbed and the computer by name, sorted
 * @param message why it failed, or null
 */
public record RunRow(
        String id,
        Instant startedAt,
        @Nullable Instant endedAt,
        RunStatus status,
        String preset,
        String title,
        String testbed,
        TestbedKind testbedKind,
        boolean simulatedNetwork,
        SortedMap<String, String> settings,
        SortedMap<String, String> environment,
        @Nullable String message) {
    public RunRow {
        settings = Collections.unmodifiableSortedMap(new TreeMap<>(settings));
        environment = Collections.unmodifiableSortedMap(new TreeMap<>(environment));
    }

    /** The row when the run is resumed: active again, with the facts about its previous environment. */
    public RunRow resumed(Instant at) {
        SortedMap<String, String> facts = new TreeMap<>(environment);
        facts.merge("resumed", at.toString(), (before, now) -> before + ", " + now);
        return with(null, RunStatus.RUNNING, facts, null);
    }

    /** The row with facts about its environment; those that changed are appended to the earlier ones. */
    public RunRow withEnvironment(SortedMap<String, String> current) {
        SortedMap<String, String> facts = new TreeMap<>(environment);
        current.forEach((name, value) -> facts.merge(
                name, value, (before, now) -> before.equals(now) ? before : before + "; when resumed: " + now));
        return with(endedAt, status, facts, message);
    }

    /** The row with why each cell was measured as often as it was, in place of what an earlier part of the run said. */
    public RunRow withStopReasons(String reasons) {
        SortedMap<String, String> facts = new TreeMap<>(environment);
        facts.put("trials", reasons);
        return with(endedAt, status, facts, message);
    }

    public RunRow ended(Instant at, RunStatus endStatus, @Nullable String endMessage) {
        return with(at, endStatus, environment, endMessage);
    }

    private RunRow with(
            @Nullable Instant newEnd,
            RunStatus newStatus,
            SortedMap<String, String> newEnvironment,
            @Nullable String newMessage) {
        return new RunRow(
                id,
                startedAt,
                newEnd,
                newStatus,
                preset,
                title,
                testbed,
                testbedKind,
                simulatedNetwork,
                settings,
                newEnvironment,
                newMessage);
    }

    /** Whether functions shared the processors of the computer that measured. */
    public boolean onThisComputer() {
        return testbedKind == TestbedKind.LOCAL;
    }

    /** Whether functions of this computer measured against servers of the user, about which nothing is known. */
    public boolean againstExternalServer() {
        return environment.containsKey(Testbed.EXTERNAL_SERVER);
    }

    /** The name of the testbed in the language of the user. */
    public Phrase testbedLabel() {
        return onThisComputer()
                ? Testbed.thisComputer(environment.get(Testbed.EXTERNAL_SERVER))
                : Phrase.verbatim(testbed);
    }

    /** How the environment of an imported run begins to state what its file does not. */
    public static final String NOT_STATED = "not stated";

    /** In place of a direction that is not stated. */
    public static final String UNKNOWN = "unknown";

    /** Whether the file of an imported run does not state a fact, such as {@code direction}, so that it is unknown. */
    public boolean isNotStated(String fact) {
        return environment.getOrDefault(fact, "").startsWith(NOT_STATED);
    }

    /** The direction of transfers in tables and files: {@value #UNKNOWN} if the file of an imported run does not state it. */
    public String directionId(Direction direction) {
        return isNotStated("direction") ? UNKNOWN : direction.id();
    }

    public NetworkKind networkKind() {
        if (simulatedNetwork) {
            return NetworkKind.SIMULATED;
        }
        return isNotStated("network") ? NetworkKind.UNKNOWN : NetworkKind.REAL;
    }
}
