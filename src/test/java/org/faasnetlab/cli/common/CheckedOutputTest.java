package org.faasnetlab.cli.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import org.junit.jupiter.api.Test;

class CheckedOutputTest {
    @Test
    void successfulOutputIsPassedOn() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        CheckedOutput output = new CheckedOutput(bytes);

        print(output);

        assertThat(bytes).hasToString("text");
        assertThat(output.failure()).isNull();
    }

    @Test
    void aReaderThatHasReadEnoughIsNoFailure() {
        CheckedOutput output = new CheckedOutput(failing("Broken pipe"));

        print(output);

        assertThat(output.failure()).isNull();
    }

    private static void print(CheckedOutput output) {
        PrintWriter writer = new PrintWriter(output);
        writer.print("text");
        writer.flush();
    }

    private static OutputStream failing(String reason) {
        return new OutputStream() {
            @Override
            public void write(int octet) throws IOException {
                throw new IOException(reason);
            }
        };
    }
}
