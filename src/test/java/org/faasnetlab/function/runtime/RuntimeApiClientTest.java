package org.faasnetlab.function.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.faasnetlab.testing.function.StubRuntimeApi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RuntimeApiClientTest {
    private StubRuntimeApi stub;
    private RuntimeApiClient api;

    @BeforeEach
    void start() throws Exception {
        stub = new StubRuntimeApi();
        api = RuntimeApiClient.at(stub.address());
    }

    @AfterEach
    void stop() {
        stub.close();
    }

    @Test
    void anEventHasItsIdAndDeadline() throws Exception {
        stub.serviceDeadline(1_800_000_000_123L);
        stub.invoke("{\"é\":1}");

        assertThat(api.next()).isEqualTo(new RuntimeEvent("request-1", 1_800_000_000_123L, "{\"é\":1}"));
    }

    @Test
    void anErrorAfterTheFirstByteIsSentInTheTrailers() throws Exception {
        try (StreamedResponse response = api.respond("request-9")) {
            response.write("{\"type\":\"heartbeat\"}\n".getBytes(StandardCharsets.UTF_8));
            response.fail(new FunctionError("Function.Broken", "a \"word\""));
        }
        StubRuntimeApi.Answer answer = stub.answer();

        assertThat(answer.body()).isEqualTo("{\"type\":\"heartbeat\"}\n");
        assertThat(answer.trailers()).containsEntry("Lambda-Runtime-Function-Error-Type", "Function.Broken");
        byte[] body = Base64.getDecoder().decode(answer.trailers().get("Lambda-Runtime-Function-Error-Body"));
        assertThat(new String(body, StandardCharsets.UTF_8))
                .isEqualTo("{\"errorMessage\":\"a \\\"word\\\"\",\"errorType\":\"Function.Broken\"}");
    }

    @Test
    void anErrorBeforeTheFirstByteIsReportedAsInvocationError() throws Exception {
        try (StreamedResponse response = api.respond("request-9")) {
            response.fail(FunctionError.of(new IllegalStateException("odd")));
        }
        StubRuntimeApi.Answer answer = stub.answer();

        assertThat(answer.requestLine())
                .isEqualTo("POST " + StubRuntimeApi.PREFIX + "/2018-06-01/runtime/invocation/request-9/error HTTP/1.1");
        assertThat(answer.headers())
                .containsEntry("Lambda-Runtime-Function-Error-Type", "Function.IllegalStateException");
        assertThat(answer.body()).contains("\"errorMessage\":\"odd\"");
    }

    @Test
    void aFailedStartIsReportedAsInitError() throws Exception {
        api.initError(new FunctionError("Function.Init", "no"));

        assertThat(stub.answer().requestLine())
                .isEqualTo("POST " + StubRuntimeApi.PREFIX + "/2018-06-01/runtime/init/error HTTP/1.1");
    }

    @Test
    void anInvalidAddressIsRejected() {
        assertThatThrownBy(() -> RuntimeApiClient.at("")).isInstanceOf(IllegalArgumentException.class);
    }
}
