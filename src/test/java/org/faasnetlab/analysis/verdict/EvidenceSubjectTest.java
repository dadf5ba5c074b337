package org.faasnetlab.analysis.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.faasnetlab.format.Phrase;
import org.faasnetlab.measure.Direction;
import org.junit.jupiter.api.Test;

class EvidenceSubjectTest {

    /** JSON files have contained these since the first version. */
    @Test
    void theNamesInExportsAreStable() {
        assertThat(EvidenceSubject.values())
                .extracting(subject -> EvidenceItem.of(subject, false, Phrase.of("")))
                .extracting(item -> item.label().toString())
                .containsExactly(
                        "functions",
                        "start",
                        "length",
                        "this computer",
                        "rate of the plan",
                        "simulated link of a function",
                        "simulated link of a host",
                        "simulated link of the VPC",
                        "processor of a function",
                        "servers' processors",
                        "servers' disk",
                        "servers' network",
                        "limit of a function",
                        "VPC");
    }

    @Test
    void theDirectionFollowsTheSubject() {
        EvidenceItem item = EvidenceItem.unknown(EvidenceSubject.LENGTH, Phrase.of(""));

        assertThat(item.inDirection(Direction.UPLOAD).label()).hasToString("length, upload");
    }

    @Test
    void upperBoundsAreThoseOfLinksFunctionsAndServers() {
        assertThat(Arrays.stream(EvidenceSubject.values()).filter(EvidenceSubject::isUpperBound))
                .containsExactly(
                        EvidenceSubject.SIMULATED_FUNCTION_LINK,
                        EvidenceSubject.SIMULATED_HOST_LINK,
                        EvidenceSubject.SIMULATED_VPC_LINK,
                        EvidenceSubject.SERVER_NETWORK,
                        EvidenceSubject.FUNCTION_LIMIT);
    }
}
