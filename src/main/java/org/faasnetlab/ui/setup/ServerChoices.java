package org.faasnetlab.ui.setup;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.Observable;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.faasnetlab.testbed.local.PortRange;
import org.faasnetlab.ui.common.BackgroundTasks;
import org.faasnetlab.ui.common.InputField;
import org.faasnetlab.ui.common.Texts;
import org.jspecify.annotations.Nullable;

/** The iperf3 program and the ports of its servers. */
final class ServerChoices implements Choices {
    private final Iperf3Check check;
    private final BackgroundTasks tasks;
    private final InputField program;
    private final BooleanProperty anyPorts = new SimpleBooleanProperty(true);
    private final InputField ports;
    private final ReadOnlyObjectWrapper<Iperf3Status> iperf3 = new ReadOnlyObjectWrapper<>(new Iperf3Status.Unknown());

    ServerChoices(Texts texts, String program, Iperf3Check check, BackgroundTasks tasks) {
        this.check = check;
        this.tasks = tasks;
        this.program = new InputField(
                texts.get("servers.program"), program, text -> text.isBlank() ? texts.get("problem.program") : null);
        ports = new InputField(texts.get("servers.range"), "5201-5300", Checks.readBy(PortRange::parse));
        this.program.text().subscribe(now -> iperf3.set(new Iperf3Status.Unknown()));
    }

    InputField program() {
        return program;
    }

    BooleanProperty anyPorts() {
        return anyPorts;
    }

    InputField ports() {
        return ports;
    }

    ReadOnlyObjectProperty<Iperf3Status> iperf3() {
        return iperf3.getReadOnlyProperty();
    }

    @Override
    public List<InputField> fields() {
        List<InputField> fields = new ArrayList<>(List.of(program));
        if (!anyPorts.get()) {
            fields.add(ports);
        }
        return fields;
    }

    @Override
    public List<Observable> observables() {
        return List.of(program.text(), anyPorts, ports.text(), iperf3);
    }

    @Override
    public boolean valid() {
        return Choices.super.valid() && !(iperf3.get() instanceof Iperf3Status.Missing);
    }

    /** Looks for the program in the background; an answer about a program that was changed meanwhile is dropped. */
    void look() {
        if (!program.valid().get()) {
            return;
        }
        String asked = programText();
        iperf3.set(new Iperf3Status.Unknown());
        tasks.of(
                        () -> check.version(asked),
                        version -> answer(asked, new Iperf3Status.Found(version)),
                        why -> answer(asked, new Iperf3Status.Missing(why)))
                .start();
    }

    /** The program as it was chosen. */
    String programText() {
        return program.text().get().trim();
    }

    /** The ports that were chosen, or null for any; only while {@link #valid}. */
    @Nullable
    PortRange portRange() {
        return anyPorts.get() ? null : PortRange.parse(ports.text().get());
    }

    private void answer(String asked, Iperf3Status status) {
        if (asked.equals(programText())) {
            iperf3.set(status);
        }
    }
}
