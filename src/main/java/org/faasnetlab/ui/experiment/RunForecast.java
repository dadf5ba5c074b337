package org.faasnetlab.ui.experiment;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.faasnetlab.format.Phrase;
import org.faasnetlab.plan.ExperimentPlan;
import org.faasnetlab.plan.InvalidPlanException;
import org.faasnetlab.plan.PlanEstimate;
import org.faasnetlab.plan.PlanNotices;
import org.faasnetlab.plan.Setting;
import org.faasnetlab.plan.preset.Preset;
import org.faasnetlab.testbed.TestbedKind;
import org.faasnetlab.testbed.aws.pricing.PriceTable;
import org.faasnetlab.ui.common.DomainTexts;
import org.faasnetlab.ui.common.Texts;
import org.faasnetlab.ui.common.control.InputField;
import org.faasnetlab.ui.common.session.CurrentRun;
import org.faasnetlab.ui.common.session.TestbedSession;
import org.faasnetlab.workload.NetworkSettings;
import org.jspecify.annotations.Nullable;

/** Estimate and equivalent command of the chosen plan, and what prevents the run. */
final class RunForecast {
    private final Texts texts;
    private final TestbedSession session;
    private final CurrentRun currentRun;
    private final RunConditions conditions;
    private final ReadOnlyObjectWrapper<@Nullable PlanEstimate> estimate = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable RunCost> cost = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper command = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper blockedReason = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper queueable = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper networkNotice = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper trafficNotice = new ReadOnlyStringWrapper("");
    private final DomainTexts domain = new DomainTexts();

    RunForecast(Texts texts, TestbedSession session, CurrentRun currentRun) {
        this.texts = texts;
        this.session = session;
        this.currentRun = currentRun;
        conditions = new RunConditions(texts, session);
    }

    /** The estimate of the run, or null while a setting is invalid. */
    ReadOnlyObjectProperty<@Nullable PlanEstimate> estimate() {
        return estimate.getReadOnlyProperty();
    }

    /** The cost of the run, or null while a setting is invalid. */
    ReadOnlyObjectProperty<@Nullable RunCost> cost() {
        return cost.getReadOnlyProperty();
    }

    /** The command line of the last valid settings. */
    ReadOnlyStringProperty command() {
        return command.getReadOnlyProperty();
    }

    /** Why the experiment cannot be run now, for the user; empty if nothing prevents it. */
    ReadOnlyStringProperty blockedReason() {
        return blockedReason.getReadOnlyProperty();
    }

    /** Whether the experiment can be added to the queue: nothing prevents it from running but an active run. */
    ReadOnlyBooleanProperty queueable() {
        return queueable.getReadOnlyProperty();
    }

    /** Which network applies where that of testbed and experiment differ; empty if there is nothing to say. */
    ReadOnlyStringProperty networkNotice() {
        return networkNotice.getReadOnlyProperty();
    }

    /** What the plan sends whatever the network carries, and what it cannot measure, or not on the testbed; empty if there is nothing to say. */
    ReadOnlyStringProperty trafficNotice() {
        return trafficNotice.getReadOnlyProperty();
    }

    /** Recalculates everything for the chosen plan. */
    void update(ChosenPlan chosen) {
        ExperimentPlan plan = chosen.plan();
        if (plan != null) {
            command.set(commandOf(chosen.preset().get(), plan));
            networkNotice.set(findNetworkNotice(plan.network(), chosen.ownNetwork()));
            trafficNotice.set(notices(plan).map(domain::text).collect(Collectors.joining(" ")));
        }
        try {
            PlanEstimate computed = plan == null ? null : PlanEstimate.of(plan);
            estimate.set(computed);
            cost.set(
                    plan == null || computed == null
                            ? null
                            : RunCost.of(plan, session.prices().get(), PriceTable.bundled(), computed.duration()));
            setBlocked(findBlockedReason(chosen.firstInvalid(), plan));
        } catch (InvalidPlanException e) {
            estimate.set(null);
            cost.set(null);
            setBlocked(new DomainTexts().text(e));
        }
    }

    private Stream<Phrase> notices(ExperimentPlan plan) {
        Optional<Phrase> sent = plan.workload()
                .notice(
                        Collections.max(plan.factors().functions()),
                        plan.factors().directions());
        return Stream.concat(
                sent.stream(), session.testbed().stream().flatMap(testbed -> PlanNotices.on(testbed, plan).stream()));
    }

    /** On AWS there is no choice: its network is real. */
    private String findNetworkNotice(NetworkSettings applied, NetworkSettings own) {
        NetworkSettings ofTestbed = session.network().get();
        if (ofTestbed == null || !onThisComputer() || ofTestbed.equals(own)) {
            return "";
        }
        return applied.equals(ofTestbed)
                ? texts.get("network.ofTestbed", text(ofTestbed), text(own))
                : texts.get("network.overridden", text(applied), text(ofTestbed));
    }

    private String text(NetworkSettings network) {
        return network.labels().isEmpty()
                ? texts.get("network.real")
                : new DomainTexts().text(Phrase.join(", ", network.labels()));
    }

    /** An experiment that could run but for the active run can wait for its end. */
    private void setBlocked(String reason) {
        queueable.set(reason.isEmpty());
        blockedReason.set(reason.isEmpty() && currentRun.active().get() ? texts.get("blocked.run") : reason);
    }

    private String findBlockedReason(Optional<InputField> invalid, @Nullable ExperimentPlan plan) {
        if (invalid.isPresent()) {
            return texts.get("blocked.field", invalid.get().label());
        }
        return plan == null ? "" : conditions.blockedReason(plan);
    }

    private boolean onThisComputer() {
        return session.testbed()
                .filter(testbed -> testbed.kind() == TestbedKind.LOCAL)
                .isPresent();
    }

    /** The command that does the same as the Run button: only settings that differ from the preset are named. */
    private static String commandOf(Preset preset, ExperimentPlan plan) {
        SortedMap<String, String> defaults = Setting.of(preset.plan());
        StringBuilder command = new StringBuilder("faasnetlab run --preset ").append(preset.name());
        if (!plan.title().equals(preset.plan().title())) {
            command.append(" --title '")
                    .append(plan.title().replace("'", "'\\''"))
                    .append('\'');
        }
        Setting.of(plan).forEach((key, value) -> {
            if (!value.equals(defaults.get(key))) {
                command.append(" --set ").append(key).append('=').append(value);
            }
        });
        return command.toString();
    }
}
