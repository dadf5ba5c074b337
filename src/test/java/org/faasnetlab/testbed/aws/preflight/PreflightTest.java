package org.faasnetlab.testbed.aws.preflight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.faasnetlab.testing.aws.preflight.RoomyPreflight.lines;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.faasnetlab.format.Phrase;
import org.faasnetlab.testbed.aws.preflight.PreflightResult.State;
import org.faasnetlab.testing.aws.preflight.RoomyPreflight;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The preflight as a whole: order, end, and results without access to AWS. */
class PreflightTest {
    @RegisterExtension
    private final RoomyPreflight lab = new RoomyPreflight();

    @Test
    void allChecksAreOkInOrderOfTitles() throws Exception {
        Preflight preflight = lab.preflight();
        List<PreflightResult> told = new ArrayList<>();

        List<PreflightResult> lines = preflight.run(told::add);

        assertThat(lines).isEqualTo(told).allSatisfy(line -> {
            assertThat(line.state()).as(line.toString()).isEqualTo(State.OK);
            assertThat(line.meaning().toString()).endsWith(".");
            assertThat(line.remedy().toString()).isEmpty();
        });
        assertThat(lines.stream().collect(Collectors.toMap(PreflightResult::id, PreflightResult::title)))
                .isEqualTo(preflight.titles());
        assertThat(lines.stream().map(PreflightResult::id))
                .containsExactlyElementsOf(preflight.titles().keySet());
    }

    @Test
    void throttledCheckIsUnknown() throws Exception {
        lab.aws.refuse("DescribeStacks", 400, "Throttling", "Rate exceeded");

        assertThat(lab.line("name", State.UNKNOWN).meaning().toString()).isEqualTo("AWS throttled the request.");
    }

    @ParameterizedTest
    @CsvSource({
        "SignatureDoesNotMatch, Signature expired: 20261123T100000Z is now earlier than ...",
        "RequestExpired, x"
    })
    void aClockTenMinutesOffIsReportedAndNothingElseIsQueried(String code, String message) throws Exception {
        lab.aws.refuse("GetCallerIdentity", 403, code, message);

        Map<String, PreflightResult> lines =
                lines(lab.preflight(Clock.offset(Clock.systemUTC(), Duration.ofSeconds(-610))));

        assertThat(lines.get("clock").state()).isEqualTo(State.PROBLEM);
        assertThat(lines.get("clock").meaning().toString())
                .startsWith("The clock of this computer is 10 minutes behind AWS;");
        assertThat(lines.get("identity").meaning().toString()).contains("clock");
        assertOnlyTheFirstTwoAreKnown(lines);
        assertThat(lab.aws.operations()).containsOnly("GetCallerIdentity");
    }

    @Test
    void wrongClockIsFoundAlthoughSdkCorrectsIt() throws Exception {
        Clock ahead = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(10).plusSeconds(5));

        assertThat(lines(lab.preflight(ahead)).get("clock"))
                .isEqualTo(new PreflightResult(
                        "clock",
                        Phrase.verbatim("Clock"),
                        State.PROBLEM,
                        Phrase.verbatim(
                                "The clock of this computer is 10 minutes ahead of AWS; AWS rejects signatures that are off by"
                                        + " five minutes."),
                        Phrase.verbatim("Enable network time synchronization on this computer.")));
    }

    @Test
    void withoutNetworkOtherChecksAreUnknown() throws Exception {
        Preflight preflight = lab.preflight();
        lab.aws.close();

        Map<String, PreflightResult> lines = lines(preflight);

        assertThat(lines.get("identity"))
                .isEqualTo(new PreflightResult(
                        "identity",
                        Phrase.verbatim("Account"),
                        State.PROBLEM,
                        Phrase.verbatim("AWS is not reachable from this computer."),
                        Phrase.verbatim("Check the network connection and the proxy settings.")));
        assertOnlyTheFirstTwoAreKnown(lines);
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 403, 407})
    void proxyPageIsNotMistakenForAws(int status) throws Exception {
        lab.aws.answerAllWithPage(status);

        Map<String, PreflightResult> lines = lines(lab.preflight());

        assertThat(lines.get("identity"))
                .satisfies(line -> assertThat(line.state()).isEqualTo(State.PROBLEM))
                .satisfies(line -> assertThat(line.meaning().toString())
                        .startsWith("Received a ")
                        .contains("from AWS"))
                .satisfies(line -> assertThat(line.remedy().toString()).contains("proxy"));
        assertOnlyTheFirstTwoAreKnown(lines);
    }

    @Test
    void interruptStopsChecks() {
        Preflight preflight = lab.preflight();

        assertThatExceptionOfType(InterruptedException.class)
                .isThrownBy(() -> preflight.run(line -> {
                    if (line.id().equals("clock")) {
                        Thread.currentThread().interrupt();
                    }
                }));
        assertThat(lab.aws.operations()).doesNotContain("SimulatePrincipalPolicy");
    }

    @Test
    void resultsContainNoSecret() throws Exception {
        lab.aws.refuseOthers(403, "AccessDenied", "no");

        assertThat(lines(lab.preflight()).toString()).doesNotContain("very-secret", "AKIAEXAMPLE");
    }

    private static void assertOnlyTheFirstTwoAreKnown(Map<String, PreflightResult> lines) {
        assertThat(lines.values())
                .filteredOn(line -> !line.id().equals("identity") && !line.id().equals("clock"))
                .extracting(PreflightResult::state)
                .containsOnly(State.UNKNOWN);
    }
}
