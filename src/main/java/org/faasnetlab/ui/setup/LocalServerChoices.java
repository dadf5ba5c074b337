package org.faasnetlab.ui.setup;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.Observable;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.faasnetlab.LabException;
import org.faasnetlab.testbed.local.iperf3.PortRange;
import org.faasnetlab.testbed.local.iperf3.ServerAddress;
import org.faasnetlab.testbed.local.iperf3.ServerPorts;
import org.faasnetlab.ui.common.BackgroundTasks;
import org.faasnetlab.ui.common.Texts;
import org.faasnetlab.ui.common.control.InputField;
import org.faasnetlab.ui.wizard.FieldChecks;
import org.faasnetlab.ui.wizard.StepChoices;
import org.jspecify.annotations.Nullable;

/** Whose iperf3 servers are measured against, the iperf3 program, and the ports of its servers on this computer. */
final class LocalServerChoices implements StepChoices {
    /** Whose servers functions measure against. */
    enum ServerKind {
        /** Of this program, on this computer. */
        OWN,
        /** Of the user, at an address. */
        NAMED
    }

    /**
     * The result of the check of the user's server.
     *
     * @param running whether it is being checked
     * @param answers whether it answered
     * @param problem why it cannot be measured against; null if it can, or is not known
     */
    record ServerCheck(
            boolean running, boolean answers, @Nullable LabException problem) {
        static final ServerCheck UNKNOWN = new ServerCheck(false, false, null);
    }

    private final ExternalServerProbe serverProbe;
    private final ObjectProperty<ServerKind> kind = new SimpleObjectProperty<>(ServerKind.OWN);
    private final InputField server;
    private final ReadOnlyObjectWrapper<ServerCheck> serverCheck = new ReadOnlyObjectWrapper<>(ServerCheck.UNKNOWN);
    private final Iperf3VersionProbe check;
    private final BackgroundTasks tasks;
    private final InputField program;
    private final BooleanProperty anyPorts = new SimpleBooleanProperty(true);
    private final InputField ports;
    private final ReadOnlyObjectWrapper<Iperf3Check> iperf3 = new ReadOnlyObjectWrapper<>(Iperf3Check.UNKNOWN);

    private final ReadOnlyObjectWrapper<@Nullable FreePorts> freePorts = new ReadOnlyObjectWrapper<>();

    /**
     * The result of the check of the chosen program; both null while it is not known.
     *
     * @param version its version
     * @param missing why it cannot be used
     */
    record Iperf3Check(@Nullable String version, @Nullable LabException missing) {
        static final Iperf3Check UNKNOWN = new Iperf3Check(null, null);
    }

    /** The number of free ports in a range when it was checked. */
    record FreePorts(PortRange range, int count) {
        int of() {
            return range.last() - range.first() + 1;
        }
    }

    LocalServerChoices(
            Texts texts,
            String program,
            Iperf3VersionProbe check,
            ExternalServerProbe serverProbe,
            BackgroundTasks tasks) {
        this.serverProbe = serverProbe;
        server = new InputField(
                texts.get("servers.address"), "localhost:5201", FieldChecks.readBy(ServerAddress::parse));
        server.text().addListener((property, before, now) -> serverCheck.set(ServerCheck.UNKNOWN));
        this.check = check;
        this.tasks = tasks;
        this.program = new InputField(
                texts.get("servers.program"), program, text -> text.isBlank() ? texts.get("problem.program") : null);
        ports = new InputField(texts.get("servers.range"), "5201-5300", FieldChecks.readBy(PortRange::parse));
        this.program.text().subscribe(now -> iperf3.set(Iperf3Check.UNKNOWN));
        ports.text().addListener((property, before, now) -> countFreePorts());
        anyPorts.addListener((property, before, now) -> countFreePorts());
    }

    InputField program() {
        return program;
    }

    ObjectProperty<ServerKind> kind() {
        return kind;
    }

    /** The address of the user's server. */
    InputField server() {
        return server;
    }

    ReadOnlyObjectProperty<ServerCheck> serverCheck() {
        return serverCheck.getReadOnlyProperty();
    }

    boolean isNamed() {
        return kind.get() == ServerKind.NAMED;
    }

    /** The user's server; null if functions measure against those of this computer, or while the address is invalid. */
    @Nullable
    ServerAddress named() {
        return isNamed() && server.valid().get()
                ? ServerAddress.parse(server.text().get())
                : null;
    }

    /** Checks the user's server in the background; the result is discarded if the address was changed meanwhile. */
    void checkServer() {
        ServerAddress requested = named();
        if (requested == null) {
            return;
        }
        serverCheck.set(new ServerCheck(true, false, null));
        tasks.of(
                        () -> {
                            serverProbe.require(requested);
                            return new ServerCheck(false, true, null);
                        },
                        found -> showServer(requested, found),
                        why -> showServer(requested, new ServerCheck(false, false, why)))
                .start();
    }

    private void showServer(ServerAddress requested, ServerCheck found) {
        if (requested.equals(named())) {
            serverCheck.set(found);
        }
    }

    BooleanProperty anyPorts() {
        return anyPorts;
    }

    InputField ports() {
        return ports;
    }

    ReadOnlyObjectProperty<Iperf3Check> iperf3() {
        return iperf3.getReadOnlyProperty();
    }

    /** Free ports of the chosen range; null if no range is chosen, or before it was checked. */
    ReadOnlyObjectProperty<@Nullable FreePorts> freePorts() {
        return freePorts.getReadOnlyProperty();
    }

    @Override
    public List<InputField> fields() {
        List<InputField> fields = new ArrayList<>(List.of(program));
        if (isNamed()) {
            fields.add(server);
        } else if (!anyPorts.get()) {
            fields.add(ports);
        }
        return fields;
    }

    @Override
    public List<Observable> observables() {
        return List.of(kind, server.text(), serverCheck, program.text(), anyPorts, ports.text(), freePorts);
    }

    @Override
    public boolean valid() {
        return StepChoices.super.valid()
                && !noPortIsFree()
                && (!isNamed() || serverCheck.get().answers());
    }

    /** Whether no port is free for servers. A missing iperf3 is only a warning: S3 can be measured without it. */
    boolean noPortIsFree() {
        FreePorts known = freePorts.get();
        return !isNamed() && known != null && known.count() == 0;
    }

    private void countFreePorts() {
        freePorts.set(null);
        if (anyPorts.get() || !ports.valid().get()) {
            return;
        }
        PortRange requested = PortRange.parse(ports.text().get());
        tasks.of(
                        () -> new FreePorts(requested, ServerPorts.countFree(requested.first(), requested.last())),
                        found -> {
                            if (found.range().equals(portRange())) {
                                freePorts.set(found);
                            }
                        },
                        never -> {})
                .start();
    }

    /** Checks the program in the background; the result is discarded if the program was changed meanwhile. */
    void detect() {
        if (!program.valid().get()) {
            return;
        }
        String requested = programText();
        iperf3.set(Iperf3Check.UNKNOWN);
        tasks.of(
                        () -> check.version(requested),
                        version -> applyResult(requested, new Iperf3Check(version, null)),
                        why -> applyResult(requested, new Iperf3Check(null, why)))
                .start();
    }

    /** The chosen program. */
    String programText() {
        return program.text().get().trim();
    }

    /** The chosen ports, or null for any. */
    @Nullable
    PortRange portRange() {
        return isNamed() || anyPorts.get() || !ports.valid().get()
                ? null
                : PortRange.parse(ports.text().get());
    }

    private void applyResult(String requested, Iperf3Check result) {
        if (requested.equals(programText())) {
            iperf3.set(result);
        }
    }
}
