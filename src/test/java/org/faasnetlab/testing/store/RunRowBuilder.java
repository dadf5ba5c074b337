package org.faasnetlab.testing.store;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.faasnetlab.store.RunRow;
import org.faasnetlab.store.RunStatus;
import org.faasnetlab.testbed.Testbed;
import org.faasnetlab.testbed.TestbedKind;
import org.jspecify.annotations.Nullable;

/** A row of a run for a test, which names only what it is about; the rest is a plain run that was completed in 15 s. */
public final class RunRowBuilder {
    public static final Instant STARTED = Instant.parse("2026-11-23T10:42:10Z");

    private String id;
    private Instant startedAt = STARTED;
    private @Nullable Instant endedAt = STARTED.plusSeconds(15);
    private RunStatus status = RunStatus.COMPLETED;
    private String preset = "iperf3-concurrent";
    private String title = "Concurrent functions";
    private String testbed = "This computer";
    private boolean simulated = true;
    private SortedMap<String, String> settings = new TreeMap<>();
    private SortedMap<String, String> environment = new TreeMap<>();
    private @Nullable String message;

    private RunRowBuilder(String id) {
        this.id = id;
    }

    public static RunRowBuilder run(String id) {
        return new RunRowBuilder(id);
    }

    public static RunRowBuilder like(RunRow row) {
        RunRowBuilder same = new RunRowBuilder(row.id());
        same.startedAt = row.startedAt();
        same.endedAt = row.endedAt();
        same.status = row.status();
        same.preset = row.preset();
        same.title = row.title();
        same.testbed = row.testbed();
        same.simulated = row.simulatedNetwork();
        same.settings = new TreeMap<>(row.settings());
        same.environment = new TreeMap<>(row.environment());
        same.message = row.message();
        return same;
    }

    public RunRowBuilder id(String id) {
        this.id = id;
        return this;
    }

    public RunRowBuilder from(Instant start, Duration length) {
        startedAt = start;
        endedAt = start.plus(length);
        return this;
    }

    /** As it is while it runs. */
    public RunRowBuilder running() {
        endedAt = null;
        return status(RunStatus.RUNNING);
    }

    public RunRowBuilder status(RunStatus status) {
        this.status = status;
        return this;
    }

    public RunRowBuilder preset(String preset) {
        this.preset = preset;
        return this;
    }

    public RunRowBuilder title(String title) {
        this.title = title;
        return this;
    }

    public RunRowBuilder testbed(String testbed) {
        this.testbed = testbed;
        return this;
    }

    public RunRowBuilder simulated(boolean simulated) {
        this.simulated = simulated;
        return this;
    }

    /** These settings and no others. */
    public RunRowBuilder settings(Map<String, String> settings) {
        this.settings = new TreeMap<>(settings);
        return this;
    }

    /** This setting beside the others. */
    public RunRowBuilder setting(String name, String value) {
        settings.put(name, value);
        return this;
    }

    /** These facts and no others. */
    public RunRowBuilder environment(Map<String, String> environment) {
        this.environment = new TreeMap<>(environment);
        return this;
    }

    public RunRowBuilder message(@Nullable String message) {
        this.message = message;
        return this;
    }

    public RunRow row() {
        TestbedKind kind = testbed.equals(Testbed.THIS_COMPUTER) ? TestbedKind.LOCAL : TestbedKind.AWS;
        return new RunRow(
                id,
                startedAt,
                endedAt,
                status,
                preset,
                title,
                testbed,
                kind,
                simulated,
                settings,
                environment,
                message);
    }
}
