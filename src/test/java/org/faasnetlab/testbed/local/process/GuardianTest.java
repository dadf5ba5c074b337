package org.faasnetlab.testbed.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import org.junit.jupiter.api.Test;

class GuardianTest {
    private final Guardian guardian = new Guardian();
    private final ProcessHandle self = ProcessHandle.current();
    private final String selfLine = Guardian.lineFor(self).orElseThrow();

    @Test
    void aListedRunningProcessRemains() {
        guardian.follow(new StringReader(selfLine + "\n"));

        assertThat(guardian.remaining()).containsExactly(self);
    }

    @Test
    void aRemovedProcessIsSpared() {
        guardian.follow(new StringReader(selfLine + "\n-" + self.pid() + "\n"));

        assertThat(guardian.remaining()).isEmpty();
    }

    @Test
    void anotherProcessWithTheSamePidIsSpared() {
        guardian.follow(new StringReader("+" + self.pid() + " 1000\n"));

        assertThat(guardian.remaining()).isEmpty();
    }

    @Test
    void aBrokenPipeCountsAsEnd() {
        guardian.follow(new Reader() {
            private final Reader line = new StringReader(selfLine + "\n");

            @Override
            public int read(char[] buffer, int offset, int length) throws IOException {
                int read = line.read(buffer, offset, length);
                if (read < 0) {
                    throw new IOException("broken");
                }
                return read;
            }

            @Override
            public void close() {}
        });

        assertThat(guardian.remaining()).containsExactly(self);
    }
}
