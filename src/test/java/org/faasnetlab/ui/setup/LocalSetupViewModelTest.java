package org.faasnetlab.ui.setup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.faasnetlab.LabException;
import org.faasnetlab.measure.Bandwidth;
import org.faasnetlab.testbed.local.LocalTestbedSettings;
import org.faasnetlab.testbed.local.iperf3.PortRange;
import org.faasnetlab.testbed.local.iperf3.ServerAddress;
import org.faasnetlab.testing.ui.FakeActiveRun;
import org.faasnetlab.testing.ui.FakeLabWithStore;
import org.faasnetlab.ui.common.BackgroundTasks;
import org.faasnetlab.ui.common.session.CurrentRun;
import org.faasnetlab.ui.common.session.TestbedSession;
import org.faasnetlab.ui.setup.LocalNetworkChoices.LinkKind;
import org.faasnetlab.ui.setup.LocalServerChoices.ServerKind;
import org.faasnetlab.ui.setup.LocalSetupViewModel.Phase;
import org.faasnetlab.ui.wizard.WizardStepState;
import org.faasnetlab.workload.LinkProfile;
import org.faasnetlab.workload.LinkQueue;
import org.faasnetlab.workload.NetworkSettings;
import org.faasnetlab.workload.NetworkSettings.Medium;
import org.faasnetlab.workload.PathImpairment;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalSetupViewModelTest {
    @TempDir
    Path folder;

    private final BackgroundTasks tasks = new BackgroundTasks(Runnable::run, Runnable::run);
    private final CurrentRun run = new CurrentRun(tasks);
    private FakeLabWithStore lab;
    private TestbedSession session;
    private LocalSetupViewModel model;
    private String missingProgram = "";
    private @Nullable LabException noKernelNetwork;
    private LabException noImpairment;
    private LabException noServer;

    @BeforeEach
    void open() {
        lab = new FakeLabWithStore(folder);
        session = new TestbedSession(lab, tasks);
        model = new LocalSetupViewModel(
                session, run, this::version, this::requireServer, this::requireKernelNetwork, tasks);
        model.open();
    }

    private String version(String program) throws LabException {
        if (program.equals(missingProgram)) {
            throw new LabException(LabException.Kind.FAILED, "There is no " + program + ".", "Install it.");
        }
        return "3.12";
    }

    @Test
    void defaultsLeadToTestbed() {
        next(5);

        assertThat(lab.asked()).containsExactly(LocalTestbedSettings.defaults(folder));
        assertThat(session.network().get()).as("each experiment has its own").isNull();
        assertThat(LocalSetupStep.values()).allMatch(step -> model.state(step) == WizardStepState.DONE);
        assertThat(model.phase().getValue()).isEqualTo(Phase.READY);
    }

    @Test
    void everyChoiceReachesTheTestbed() {
        model.network().kind().set(LinkKind.CUSTOM);
        model.network().link().text().set("100Mbit");
        model.network().hosts().text().set("4");
        model.network().hostLink().text().set("1Gbit");
        model.servers().program().text().set("/opt/iperf3");
        model.servers().anyPorts().set(false);
        model.servers().ports().text().set("6000-6010");
        model.functions().atMost().text().set("64");
        model.functions().timeout().text().set("60");
        model.storage().folder().text().set(folder.resolve("data").toString());

        next(5);

        assertThat(lab.asked())
                .containsExactly(new LocalTestbedSettings(
                        "/opt/iperf3", new PortRange(6000, 6010), 64, Duration.ofSeconds(60), folder.resolve("data")));
        assertThat(session.network().get())
                .isEqualTo(new NetworkSettings(LinkProfile.parse("100Mbit"), 4, Bandwidth.ofMegabits(1000)));
    }

    private void requireKernelNetwork(NetworkSettings settings) throws LabException {
        assertThat(settings.medium()).isEqualTo(Medium.KERNEL);
        if (noKernelNetwork != null) {
            throw noKernelNetwork;
        }
        if (noImpairment != null && !settings.impairment().equals(PathImpairment.NONE)) {
            throw noImpairment;
        }
    }

    @Test
    void aKernelNetworkReachesTheTestbedAndThePicture() {
        model.network().kind().set(LinkKind.CUSTOM);
        model.network().link().text().set("50Mbit");
        model.network().medium().set(Medium.KERNEL);
        model.network().queue().text().set("200ms");
        assertThat(model.topology().getValue().kernel()).isTrue();
        assertThat(model.topology().getValue().link()).isEqualTo("50.0 Mbit/s, queue 200ms");

        next(5);

        assertThat(session.network().get())
                .isEqualTo(new NetworkSettings(LinkProfile.parse("50Mbit"), 1, null)
                        .withMedium(Medium.KERNEL)
                        .withQueue(LinkQueue.parse("200ms")));
    }

    @Test
    void delayAndLossReachTheTestbedUnlessTheKernelLacksThem() {
        model.network().kind().set(LinkKind.UNLIMITED);
        model.network().medium().set(Medium.KERNEL);
        model.network().delay().text().set("20ms");
        model.network().loss().text().set("0.1%");
        assertThat(model.topology().getValue().link()).endsWith("queue 50ms, delay 20ms, loss 0.1%");
        next(5);
        assertThat(session.network().get().impairment()).isEqualTo(new PathImpairment(20, 0.1));

        noImpairment = new LabException(LabException.Kind.UNAVAILABLE, "The kernel lacks netem.", "Load it.");
        model = new LocalSetupViewModel(
                session, run, this::version, this::requireServer, this::requireKernelNetwork, tasks);
        model.open();
        model.network().kind().set(LinkKind.UNLIMITED);
        model.network().medium().set(Medium.KERNEL);
        assertThat(model.nextBlockedReason().getValue()).isEmpty();
        model.network().loss().text().set("1%");
        assertThat(model.nextBlockedReason().getValue()).isEqualTo("The kernel lacks netem.");
    }

    private void requireServer(ServerAddress server) throws LabException {
        assertThat(server).isEqualTo(ServerAddress.parse("lab.example.org:5201-5204"));
        if (noServer != null) {
            throw noServer;
        }
    }

    @Test
    void aServerOfTheUserReachesTheTestbedOnceItAnswered() {
        next(1);
        model.servers().kind().set(ServerKind.NAMED);
        model.servers().server().text().set("lab.example.org:5201-5204");
        assertThat(model.nextBlockedReason().getValue()).isEqualTo("Check the server first.");
        next(1);
        assertThat(model.step().get()).isEqualTo(LocalSetupStep.SERVERS);

        model.servers().checkServer();
        assertThat(model.servers().serverCheck().get().answers()).isTrue();
        assertThat(model.nextBlockedReason().getValue()).isEmpty();
        assertThat(model.topology().getValue().servers().detail()).isEqualTo("lab.example.org:5201-5204");
        assertThat(model.topology().getValue().link()).isEqualTo("the real network");
        assertThat(model.topology().getValue().external()).isTrue();
        next(4);

        LocalTestbedSettings defaults = LocalTestbedSettings.defaults(folder);
        assertThat(lab.asked())
                .containsExactly(new LocalTestbedSettings(
                        defaults.iperf3(),
                        null,
                        defaults.maxFunctions(),
                        defaults.functionTimeout(),
                        folder,
                        ServerAddress.parse("lab.example.org:5201-5204")));
        assertThat(session.network().get()).isEqualTo(NetworkSettings.REAL);
    }

    @Test
    void aServerThatDoesNotAnswerBlocksWithTheReasonUntilAnotherIsNamed() {
        noServer = new LabException(
                LabException.Kind.FAILED, "The name of the iperf3 server does not resolve.", "Check its spelling.");
        next(1);
        model.servers().kind().set(ServerKind.NAMED);
        model.servers().server().text().set("lab.example.org:5201-5204");
        model.servers().checkServer();
        assertThat(model.servers().serverCheck().get().problem()).isEqualTo(noServer);
        assertThat(model.nextBlockedReason().getValue()).isEqualTo("The name of the iperf3 server does not resolve.");

        model.servers().server().text().set("other.example.org");
        assertThat(model.nextBlockedReason().getValue()).isEqualTo("Check the server first.");
        model.servers().server().text().set("not a host");
        assertThat(model.nextBlockedReason().getValue()).contains("Server");
        model.servers().kind().set(ServerKind.OWN);
        assertThat(model.nextBlockedReason().getValue()).isEmpty();
    }

    @Test
    void theWayToAServerOfTheUserIsNotSimulated() {
        model.network().kind().set(LinkKind.LAMBDA);
        next(1);
        model.servers().kind().set(ServerKind.NAMED);
        model.servers().server().text().set("lab.example.org:5201-5204");
        model.servers().checkServer();
        assertThat(model.nextBlockedReason().getValue()).startsWith("The way to your server cannot be simulated.");
        next(1);
        assertThat(model.step().get()).isEqualTo(LocalSetupStep.SERVERS);
        model.network().kind().set(LinkKind.UNLIMITED);
        assertThat(model.nextBlockedReason().getValue()).isEmpty();
    }

    @Test
    void anInvalidQueueBlocksOnlyAKernelNetwork() {
        model.network().kind().set(LinkKind.LAMBDA);
        model.network().medium().set(Medium.KERNEL);
        model.network().queue().text().set("long");
        next(1);
        assertThat(model.step().get()).isEqualTo(LocalSetupStep.NETWORK);
        assertThat(model.nextBlockedReason().getValue()).contains("Queue");

        model.network().medium().set(Medium.RELAY);
        next(1);
        assertThat(model.step().get()).isEqualTo(LocalSetupStep.SERVERS);
        assertThat(model.topology().getValue().kernel()).isFalse();
    }

    @Test
    void aKernelNetworkThatTheSystemDoesNotAllowBlocksWithItsReason() {
        noKernelNetwork = new LabException(
                LabException.Kind.UNAVAILABLE, "This system has no namespaces.", "Set network to relay.");
        model = new LocalSetupViewModel(
                session, run, this::version, this::requireServer, this::requireKernelNetwork, tasks);
        model.open();
        assertThat(model.network().kernel().get().missing()).isEqualTo(noKernelNetwork);
        model.network().kind().set(LinkKind.LAMBDA);
        assertThat(model.nextBlockedReason().getValue()).isEmpty();

        model.network().medium().set(Medium.KERNEL);
        next(1);
        assertThat(model.step().get()).isEqualTo(LocalSetupStep.NETWORK);
        assertThat(model.nextBlockedReason().getValue()).isEqualTo("This system has no namespaces.");
    }

    @Test
    void invalidFieldBlocksStepAndIsNamed() {
        model.network().kind().set(LinkKind.UNLIMITED);
        model.network().hosts().text().set("0");

        next(1);

        assertThat(model.step().get()).isEqualTo(LocalSetupStep.NETWORK);
        assertThat(model.nextBlockedReason().getValue()).contains("Simulated hosts");
        assertThat(model.network().hosts().shownProblem().getValue()).contains("1", "1000");
    }

    @Test
    void fieldOfUnselectedOptionDoesNotBlock() {
        model.network().link().text().set("nonsense");

        next(1);

        assertThat(model.step().get()).isEqualTo(LocalSetupStep.SERVERS);
    }

    @Test
    void missingIperf3IsReportedButDoesNotBlock() {
        missingProgram = "iperf4";
        next(1);
        model.servers().program().text().set("iperf4");
        model.servers().detect();
        assertThat(model.servers().iperf3().get().missing()).isNotNull();

        next(1);
        assertThat(model.step().get()).isEqualTo(LocalSetupStep.FUNCTIONS);
    }

    @Test
    void rangeWithoutFreePortBlocksServersStep() throws IOException {
        next(1);
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = String.valueOf(taken.getLocalPort());
            model.servers().ports().text().set(port + "-" + port);
            model.servers().anyPorts().set(false);
            next(1);
            assertThat(model.step().get()).isEqualTo(LocalSetupStep.SERVERS);
            assertThat(model.nextBlockedReason().getValue()).contains("None of these ports is free");
        }
        model.servers().anyPorts().set(true);
        next(1);
        assertThat(model.step().get()).isEqualTo(LocalSetupStep.FUNCTIONS);
    }

    @Test
    void readOnlyDataFolderIsRejected() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "not a folder");

        model.storage().folder().text().set(file.resolve("data").toString());

        assertThat(model.storage().folder().problem().getValue()).contains(file.toString());
        assertThat(model.storage().freeSpace()).isEmpty();
    }

    @Test
    void freeSpaceOfMissingFolderIsThatOfItsParent() {
        model.storage().folder().text().set(folder.resolve("a/b/c").toString());

        assertThat(model.storage().freeSpace()).isPresent();
    }

    @Test
    void stepsAreDoneCurrentOrOpen() {
        next(2);

        assertThat(model.state(LocalSetupStep.SERVERS)).isEqualTo(WizardStepState.DONE);
        assertThat(model.state(LocalSetupStep.FUNCTIONS)).isEqualTo(WizardStepState.CURRENT);
        assertThat(model.state(LocalSetupStep.STORAGE)).isEqualTo(WizardStepState.PENDING);
    }

    @Test
    void stepsThatWereNotVisitedCannotBeJumpedTo() {
        model.goTo(LocalSetupStep.REVIEW);

        assertThat(model.step().get()).isEqualTo(LocalSetupStep.NETWORK);
    }

    @Test
    void visitedStepIsNotReachableOverInvalidStep() {
        model.network().kind().set(LinkKind.UNLIMITED);
        next(4);
        model.goTo(LocalSetupStep.NETWORK);
        model.network().hosts().text().set("none");

        model.goTo(LocalSetupStep.REVIEW);

        assertThat(model.step().get()).isEqualTo(LocalSetupStep.NETWORK);
    }

    @Test
    void failedStartReturnsToReview() {
        next(4);
        lab.failNext(new LabException(LabException.Kind.FAILED, "The port is taken.", "Choose another."));

        next(1);

        assertThat(model.phase().getValue()).isEqualTo(Phase.CHOOSING);
        assertThat(model.step().get()).isEqualTo(LocalSetupStep.REVIEW);
    }

    @Test
    void noTestbedIsStartedUnderARun() {
        FakeActiveRun active = new FakeActiveRun();
        run.started(active);
        next(5);
        assertThat(lab.asked()).isEmpty();
        assertThat(model.nextBlockedReason().getValue()).isNotEmpty();

        active.end();
        next(1);

        assertThat(lab.asked()).hasSize(1);
    }

    @Test
    void topologyFillsInAsStepsAreVisited() {
        assertThat(model.topology().getValue().servers().chosen()).isFalse();

        next(1);
        model.network().kind().set(LinkKind.LAMBDA);

        LocalTopologyPane.Topology picture = model.topology().getValue();
        assertThat(picture.servers().chosen()).isTrue();
        assertThat(picture.servers().detail()).contains("3.12");
        assertThat(picture.link()).contains("300 MiB", "5.00 Gbit/s", "625 Mbit/s");
        assertThat(picture.storage().chosen()).isFalse();
    }

    @Test
    void pictureFollowsInvalidFields() {
        List<LocalTopologyPane.Topology> seen = new ArrayList<>();
        model.topology().subscribe(picture -> {
            seen.add(picture);
        });

        model.network().kind().set(LinkKind.UNLIMITED);
        model.network().hosts().text().set("0");
        model.functions().atMost().text().set("many");

        assertThat(seen).doesNotContainNull();
        assertThat(seen.get(seen.size() - 1).linkChosen()).isFalse();
        assertThat(seen.get(seen.size() - 1).functions().detail()).doesNotContain("many");
    }

    private void next(int times) {
        for (int i = 0; i < times; i++) {
            model.next();
        }
    }
}
