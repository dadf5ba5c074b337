package org.faasnetlab.ui.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.faasnetlab.testing.plan.ProgramPresets.SETTINGS;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.faasnetlab.LabException;
import org.faasnetlab.measure.Bandwidth;
import org.faasnetlab.plan.Setting;
import org.faasnetlab.plan.preset.Preset;
import org.faasnetlab.run.progress.RunProgress;
import org.faasnetlab.store.RunData;
import org.faasnetlab.store.TrialRow;
import org.faasnetlab.testbed.local.LocalTestbedSettings;
import org.faasnetlab.testing.plan.ProgramPresets;
import org.faasnetlab.testing.run.StubTestbed;
import org.faasnetlab.testing.store.PlainRuns;
import org.faasnetlab.testing.store.RunRowBuilder;
import org.faasnetlab.testing.store.SampleRuns;
import org.faasnetlab.testing.ui.FakeLabWithStore;
import org.faasnetlab.testing.ui.TestPlans;
import org.faasnetlab.ui.common.BackgroundTasks;
import org.faasnetlab.ui.common.Navigation;
import org.faasnetlab.ui.common.ScreenId;
import org.faasnetlab.ui.common.control.InputField;
import org.faasnetlab.ui.common.session.CurrentRun;
import org.faasnetlab.ui.common.session.TestbedSession;
import org.faasnetlab.workload.LinkProfile;
import org.faasnetlab.workload.NetworkSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExperimentViewModelTest {
    private final FakeLabWithStore lab = new FakeLabWithStore(Path.of("/data"));
    private final BackgroundTasks tasks = new BackgroundTasks(Runnable::run, Runnable::run);
    private final TestbedSession session = new TestbedSession(lab, tasks);
    private final CurrentRun run = new CurrentRun(tasks);
    private final Navigation navigation = new Navigation();
    private final List<Preset> presets = TestPlans.presets();
    private final ExperimentQueue queue =
            new ExperimentQueue(lab, session, run, tasks, () -> new RunProgress(Clock.systemUTC()));
    private final ExperimentViewModel model = new ExperimentViewModel(
            lab, TestPlans.groups(), session, run, tasks, navigation, queue, () -> new RunProgress(Clock.systemUTC()));

    @Test
    void theFirstPresetIsChosenAtTheBeginning() {
        assertThat(model.preset().get()).isEqualTo(presets.get(0));
        assertThat(model.command().get()).isEqualTo("faasnetlab run --preset iperf3-single");
    }

    @Test
    void theNewestRunOfThePresetIsThePilot(@TempDir Path folder) throws LabException {
        FakeLabWithStore saved = new FakeLabWithStore(folder);
        ExperimentViewModel searching = new ExperimentViewModel(
                saved,
                TestPlans.groups(),
                session,
                run,
                tasks,
                navigation,
                queue,
                () -> new RunProgress(Clock.systemUTC()));
        Preset preset = searching.preset().get();

        searching.searchPilot();
        assertThat(searching.pilotText().get()).startsWith("No saved run of this experiment");
        assertThat(searching.pilotRepeats().get()).isNull();

        RunData rates = PlainRuns.trials("20261130-100000-pilot", 1, 97e6, 100e6, 103e6);
        SampleRuns.save(
                saved.store(),
                new RunData(
                        RunRowBuilder.like(rates.run()).preset(preset.name()).row(),
                        rates.trials().stream()
                                .map(trial -> new TrialRow(
                                        trial.runId(),
                                        trial.index(),
                                        trial.repetition(),
                                        trial.status(),
                                        preset.plan().trials().get(0).cell(),
                                        trial.t0EpochMicros()))
                                .toList(),
                        rates.functions(),
                        List.of()));
        saved.store().flush();
        searching.searchPilot();

        assertThat(searching.pilotText().get())
                .startsWith("12 repetitions, up to ")
                .endsWith("within 5 % of it, from run 20261130-100000-pilot (1 of 1 cells measured).");
        searching.usePilot();
        assertThat(searching.command().get()).contains("--set repeats=12");
        assertThat(searching.pilotText().get()).isEmpty();
        saved.store().close();
    }

    @Test
    void withoutTestbedReasonIsShownAndNothingRuns() {
        model.run();

        assertThat(model.runBlockedReason().get()).contains("testbed");
        assertThat(lab.started()).isEmpty();
    }

    @Test
    void aRunStartsWithWhatWasTypedAndTheLiveScreenIsShown() {
        useThisComputer(NetworkSettings.REAL);
        input(Setting.FUNCTIONS).text().set("1,2");
        input(setting("seconds")).text().set("5");

        model.run();

        assertThat(lab.started()).singleElement().satisfies(plan -> {
            assertThat(plan.factors().functions()).containsExactly(1, 2);
            assertThat(setting("seconds").read(plan)).isEqualTo("5");
        });
        assertThat(navigation.current().get()).isEqualTo(ScreenId.LIVE);
        assertThat(run.active().get()).isTrue();
    }

    @Test
    void aSimulatedNetworkIsForThisComputerAlone() {
        session.open(() -> new TestbedSession.Opened(new StubTestbed("lambda-euc1"), null));
        assertThat(session.network().get()).isEqualTo(NetworkSettings.REAL);
        model.choose(presets.get(3));
        assertThat(input(Setting.LINK).text().get()).isEqualTo("unlimited");

        input(Setting.LINK).text().set("lambda");
        assertThat(model.runBlockedReason().get()).contains("AWS testbeds use the real network");

        useThisComputer(NetworkSettings.REAL);
        input(Setting.LINK).text().set("lambda");
        assertThat(model.runBlockedReason().get()).isEmpty();
    }

    @Test
    void theCommandNamesWhatDiffersFromThePreset() {
        input(Setting.FUNCTIONS).text().set("16");
        input(Setting.LINK).text().set("lambda");

        assertThat(model.command().get())
                .isEqualTo("faasnetlab run --preset iperf3-single --set functions=16 --set link=lambda");
    }

    @Test
    void invalidValueIsReportedAtFieldAfterTouch() {
        useThisComputer(NetworkSettings.REAL);
        InputField functions = input(Setting.FUNCTIONS);
        functions.text().set("many");
        assertThat(functions.shownProblem().getValue()).isEmpty();
        assertThat(model.runBlockedReason().get()).contains("Functions");
        assertThat(model.estimate().get()).isNull();

        model.run();

        assertThat(functions.shownProblem().getValue())
                .contains("Invalid value functions=many: expected a whole number");
        assertThat(lab.started()).isEmpty();
    }

    @Test
    void theLimitOfTheTestbedIsNamedAtTheField() {
        assertThat(model.functionLimit().getValue()).isEmpty();

        useThisComputer(NetworkSettings.REAL);

        int limit = session.testbed().orElseThrow().limits().maxFunctions();
        assertThat(model.functionLimit().getValue()).isEqualTo("This testbed allows at most " + limit + ".");
    }

    @Test
    void onlySettingsOfTheTransferAreOffered() {
        model.choose(presets.get(2));

        assertThat(model.inputs().get())
                .extracting(SettingInput::setting)
                .contains(setting("objectMiB"))
                .doesNotContain(setting("streams"), setting("seconds"));
    }

    @Test
    void presetsValuesCanBeRestored() {
        input(Setting.FUNCTIONS).text().set("99");

        model.restore();

        assertThat(input(Setting.FUNCTIONS).text().get()).isEqualTo("1");
    }

    @Test
    void theNetworkThatWasChosenForTheTestbedApplies() {
        useThisComputer(new NetworkSettings(LinkProfile.parse("100Mbit"), 2, null));

        assertThat(input(Setting.LINK).text().get()).isEqualTo("100Mbit");
        assertThat(input(Setting.HOSTS).text().get()).isEqualTo("2");
        assertThat(model.command().get()).contains("--set link=100Mbit");
    }

    @Test
    void whatIsSentAtMostIsShownBeforeARun() throws LabException {
        assertThat(model.trafficNotice().get()).isEmpty();
        model.choose(ProgramPresets.PRESETS.byName("udp-capacity"));
        assertThat(model.trafficNotice().get())
                .startsWith("UDP datagrams of 1448 bytes are sent at ")
                .contains("even if they are lost");
        model.choose(ProgramPresets.PRESETS.byName("capacity"));
        assertThat(model.trafficNotice().get()).contains("in tests of 1 s at different rates");
        model.choose(presets.get(0));
        assertThat(model.trafficNotice().get()).isEmpty();
    }

    @Test
    void whatTheTestbedCannotDeliverIsShownBeforeARun() throws LabException {
        StubTestbed testbed = new StubTestbed("lab");
        testbed.functionLimit = Bandwidth.ofMegabits(625);
        testbed.interfaceSpeed = Bandwidth.ofMegabits(1);
        session.open(() -> new TestbedSession.Opened(testbed, null));

        model.choose(ProgramPresets.PRESETS.byName("network-quota"));
        assertThat(model.trafficNotice().get()).startsWith("Functions of this testbed are limited to 625 Mbit/s");
        model.choose(ProgramPresets.PRESETS.byName("udp-capacity"));
        assertThat(model.trafficNotice().get()).startsWith("UDP datagrams").endsWith(" No more than 1.0 Mbit/s.");
        model.choose(presets.get(0));
        assertThat(model.trafficNotice().get()).isEmpty();
    }

    @Test
    void whichNetworkAppliesIsShownAndCanBeSwitched() {
        useThisComputer(new NetworkSettings(LinkProfile.parse("100Mbit"), 2, null));
        model.choose(presets.get(3));

        assertThat(input(Setting.LINK).text().get()).isEqualTo("100Mbit");
        assertThat(model.networkNotice().get())
                .isEqualTo("The network that you chose for the testbed applies: link 100Mbit. The experiment was made"
                        + " for: link lambda.");

        model.switchNetwork();
        assertThat(input(Setting.LINK).text().get()).isEqualTo("lambda");
        assertThat(model.networkNotice().get())
                .isEqualTo(
                        "This experiment overrides the network of the testbed: link lambda instead of link 100Mbit.");

        model.switchNetwork();
        assertThat(input(Setting.LINK).text().get()).isEqualTo("100Mbit");
    }

    @Test
    void presetsAreFoundByAnyWordAndKeepTheirHeadings() {
        assertThat(model.headingBefore(presets.get(0))).isEqualTo("One measurement");
        assertThat(model.headingBefore(presets.get(1))).isEmpty();

        model.presetSearch().set("functions SHARE");
        assertThat(model.shownPresets()).containsExactly(presets.get(1));
        assertThat(model.headingBefore(presets.get(1))).isEqualTo("One measurement");

        model.presetSearch().set("no such preset");
        assertThat(model.shownPresets()).isEmpty();
        model.presetSearch().set("");
        assertThat(model.shownPresets()).hasSize(presets.size());
    }

    @Test
    void firstPresetRunsWithItsDefaults() {
        useThisComputer(NetworkSettings.REAL);
        input(Setting.FUNCTIONS).text().set("7");

        model.runFirstPreset();

        assertThat(lab.started()).containsExactly(presets.get(0).plan());
    }

    @Test
    void presetKeepsItsNetworkWhereNoneWasChosen() {
        session.startLocal(LocalTestbedSettings.defaults(Path.of("/data")), null);
        model.choose(presets.get(3));

        assertThat(input(Setting.LINK).text().get()).isEqualTo("lambda");
        assertThat(model.networkNotice().get()).isEmpty();
    }

    @Test
    void estimateFollowsFactors() {
        assertThat(model.estimate().get().trials()).isEqualTo(1);
        double value = model.cost().get().functions().usd();

        input(Setting.MEMORY).text().set("128, 512, 1769");
        input(Setting.REPEATS).text().set("2");

        assertThat(model.estimate().get().trials()).isEqualTo(6);
        assertThat(model.cost().get().functions().usd()).isGreaterThan(value);
        assertThat(model.large()).isFalse();

        input(Setting.REPEATS).text().set("334");
        assertThat(model.large()).isTrue();
    }

    @Test
    void aSavedPlanIsOpenedAsItWas(@TempDir Path folder) {
        Path file = folder.resolve("plan.yaml");
        input(Setting.MEMORY).text().set("128,512");
        input(Setting.LINK).text().set("625Mbit");
        model.save(file);
        String command = model.command().get();
        assertThat(model.message().get()).isEqualTo("Saved " + file + ".");
        model.choose(presets.get(3));

        model.open(file);

        assertThat(model.problem().get()).isNull();
        assertThat(model.command().get()).isEqualTo(command);
        assertThat(model.preset().get()).isEqualTo(presets.get(0));
        useThisComputer(new NetworkSettings(LinkProfile.parse("100Mbit"), 2, null));
        assertThat(input(Setting.LINK).text().get()).isEqualTo("625Mbit");
    }

    @Test
    void unreadablePlanIsReportedWithPositionAndChangesNothing(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("plan.yaml"), "plan: 1\npreset: iperf3-single\nlenght: 5 s\n");
        input(Setting.MEMORY).text().set("128");

        model.open(file);

        assertThat(model.problem().get()).hasMessageStartingWith(file + ":3:1: Unknown key \"lenght\".");
        assertThat(input(Setting.MEMORY).text().get()).isEqualTo("128");
    }

    @Test
    void unwritablePlanIsReported(@TempDir Path folder) {
        model.save(folder.resolve("missing").resolve("plan.yaml"));

        assertThat(model.problem().get()).isInstanceOf(LabException.class).hasMessageContaining("plan.yaml");
        assertThat(model.message().get()).isEmpty();
    }

    @Test
    void aPlanWithItsOwnTitleKeepsItInTheCommand() {
        model.open(presets.get(0).plan().withTitle("Tom's"));

        assertThat(model.heading().get()).isEqualTo("Tom's");
        assertThat(model.command().get()).isEqualTo("faasnetlab run --preset iperf3-single --title 'Tom'\\''s'");
    }

    @Test
    void rejectedRunIsReportedOnScreen() {
        useThisComputer(NetworkSettings.REAL);
        LabException busy = new LabException(LabException.Kind.FAILED, "Another run is in progress.", "Stop it first.");
        lab.failNext(busy);

        model.run();

        assertThat(model.problem().get()).isSameAs(busy);
        assertThat(navigation.current().get()).isEqualTo(ScreenId.EXPERIMENT);
        assertThat(model.starting().get()).isFalse();
    }

    @Test
    void aSecondRunWaitsForTheFirstToEnd() {
        useThisComputer(NetworkSettings.REAL);
        model.run();
        assertThat(model.runBlockedReason().get()).contains("run is in progress");

        lab.run().end();

        assertThat(model.runBlockedReason().get()).isEmpty();
    }

    @Test
    void tooManyFunctionsForTestbedAreRejectedBeforehand() {
        useThisComputer(NetworkSettings.REAL);

        input(Setting.FUNCTIONS).text().set("1001");

        assertThat(model.runBlockedReason().get()).contains("1000");
    }

    @Test
    void duringARunAnExperimentCanWaitInTheQueue() {
        assertThat(model.queueable().get()).isFalse();
        useThisComputer(NetworkSettings.REAL);
        model.run();
        assertThat(model.queueable().get()).isTrue();
        assertThat(model.runBlockedReason().get()).contains("Add this experiment to the queue");
        input(Setting.FUNCTIONS).text().set("3");

        assertThat(model.addToQueue()).isTrue();
        input(Setting.FUNCTIONS).text().set("many");
        assertThat(model.addToQueue()).isFalse();

        assertThat(queue.waiting())
                .singleElement()
                .satisfies(waiting ->
                        assertThat(waiting.plan().factors().functions()).containsExactly(3));
    }

    private void useThisComputer(NetworkSettings network) {
        session.startLocal(LocalTestbedSettings.defaults(Path.of("/data")), network);
    }

    private static Setting setting(String key) {
        return SETTINGS.all().stream()
                .filter(setting -> setting.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private InputField input(Setting setting) {
        return model.inputs().get().stream()
                .filter(input -> input.setting().equals(setting))
                .findFirst()
                .orElseThrow()
                .field();
    }
}
