package org.faasnetlab.ui.aws.setup;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.Observable;
import javafx.beans.value.ObservableValue;
import org.faasnetlab.testbed.aws.stack.ServerTypes;
import org.faasnetlab.ui.common.Texts;
import org.faasnetlab.ui.common.control.InputField;
import org.faasnetlab.ui.wizard.FieldChecks;
import org.faasnetlab.ui.wizard.StepChoices;
import org.faasnetlab.workload.Architecture;

/** Choices for the iperf3 servers: instance type, number, ports, and lease. */
final class AwsServerChoices implements StepChoices {
    private final InputField type;
    private final InputField count;
    private final InputField ports;
    private final InputField lease;
    private final PublicServerChoice publicServers;

    /** @param missing the instance type that no zone of the Region offers; empty if none is known to be missing */
    AwsServerChoices(Texts texts, PublicServerChoice publicServers, ObservableValue<String> missing) {
        this.publicServers = publicServers;
        type = new InputField(
                texts.get("servers.type"),
                ServerTypes.defaultFor(Architecture.X86_64),
                text -> text.trim().equals(missing.getValue())
                        ? texts.get("problem.serverType", text.trim())
                        : AwsFieldChecks.serverType(text),
                missing);
        count = new InputField(texts.get("servers.count"), "1", FieldChecks.wholeNumber(1, 8));
        ports = new InputField(texts.get("servers.ports"), "100", FieldChecks.wholeNumber(1, 1000));
        lease = new InputField(texts.get("servers.lease"), "120", FieldChecks.wholeNumber(15, 1440));
    }

    InputField type() {
        return type;
    }

    InputField count() {
        return count;
    }

    InputField ports() {
        return ports;
    }

    InputField lease() {
        return lease;
    }

    PublicServerChoice publicServers() {
        return publicServers;
    }

    @Override
    public List<InputField> fields() {
        List<InputField> fields = new ArrayList<>(List.of(type, count, ports, lease));
        if (publicServers.wanted()) {
            fields.add(publicServers.field());
        }
        return fields;
    }

    @Override
    public List<Observable> observables() {
        return List.of(
                type.text(),
                count.text(),
                ports.text(),
                lease.text(),
                publicServers.wantedProperty(),
                publicServers.field().text());
    }

    /** Only while {@link #valid}, as the methods below. */
    String serverType() {
        return type.text().get().trim();
    }

    int servers() {
        return number(count);
    }

    int portsPerServer() {
        return number(ports);
    }

    Duration leaseTime() {
        return Duration.ofMinutes(number(lease));
    }

    private static int number(InputField field) {
        return Integer.parseInt(field.text().get().trim());
    }
}
