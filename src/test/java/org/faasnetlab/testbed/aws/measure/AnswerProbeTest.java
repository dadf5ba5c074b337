package org.faasnetlab.testbed.aws.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.faasnetlab.invoke.AnswerMode;
import org.faasnetlab.invoke.FunctionRef;
import org.faasnetlab.invoke.StubLambda;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class AnswerProbeTest {
    private static final FunctionRef FUNCTION = new FunctionRef("faasnetlab-x-InsideFunction", "1");
    private static final String FINISHED =
            "{\"type\":\"finished\",\"senderBytes\":0,\"receiverBytes\":0,\"offsetUs\":0,\"durationUs\":0}\n";
    private static final String EXPIRED = "x-amzn-errortype: ExpiredTokenException\r\n";

    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());

    @Test
    void aServiceThatStreamsIsAskedOnce() throws Exception {
        AnswerMode mode = probe((request, answer) -> {
            answer.stream();
            answer.lines(FINISHED);
            answer.complete();
        });
        assertThat(mode).isEqualTo(AnswerMode.STREAMED);
        assertThat(asked).hasSize(1);
    }

    @Test
    void aRegionWithoutStreamingIsFoundOut() throws Exception {
        AnswerMode mode = probe((request, answer) -> {
            if (request.line().contains("response-streaming")) {
                answer.refuse(404, "", "{}");
            } else {
                answer.refuse(200, "", FINISHED);
            }
        });
        assertThat(mode).isEqualTo(AnswerMode.BUFFERED);
    }

    @Test
    void aPassingRefusalIsNotTakenForARegionWithoutStreaming() throws Exception {
        AnswerMode mode = probe((request, answer) -> {
            if (asked.size() == 1) {
                answer.refuse(429, "x-amzn-errortype: TooManyRequestsException\r\n", "{}");
            } else if (request.line().contains("response-streaming")) {
                answer.stream();
                answer.lines(FINISHED);
                answer.complete();
            } else {
                answer.refuse(200, "", FINISHED);
            }
        });
        assertThat(mode).isEqualTo(AnswerMode.STREAMED);
    }

    @Test
    void aFunctionThatCanBeReachedInNeitherWayIsToldWithTheReason() {
        assertThatThrownBy(() -> probe((request, answer) -> answer.refuse(403, EXPIRED, "{\"message\":\"Expired.\"}")))
                .isInstanceOf(MeasurementException.class)
                .hasMessage("Probing the function faasnetlab-x-InsideFunction failed: "
                        + "Lambda answered 403 ExpiredTokenException: Expired.");
        assertThat(asked).hasSize(2);
    }

    @Test
    void aFunctionThatEndsWithoutALastWordHasNotAnswered() {
        assertThatThrownBy(() -> probe((request, answer) -> {
                    if (request.line().contains("response-streaming")) {
                        answer.stream();
                        answer.complete();
                    } else {
                        answer.refuse(200, "", "");
                    }
                }))
                .hasMessageContaining("ended without a last word");
    }

    private AnswerMode probe(StubLambda.Script script) throws Exception {
        try (StubLambda service = new StubLambda((request, answer) -> {
            asked.add(request.line());
            script.answer(request, answer);
        })) {
            return new AnswerProbe(Clock.systemUTC()).ask(service.endpoint(), FUNCTION);
        }
    }
}
