package org.faasnetlab.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.Random;
import org.faasnetlab.testing.run.VirtualClock;
import org.junit.jupiter.api.Test;

class RunIdGeneratorTest {
    @Test
    void anIdIsTheLocalTimeAndFourLetters() {
        RunIdGenerator ids = new RunIdGenerator(new VirtualClock(), ZoneOffset.ofHours(1), new Random(1));
        String first = ids.get();
        assertThat(first).matches("20261123-114210-[a-z2-9]{4}");
        assertThat(ids.get()).as("another in the same second").isNotEqualTo(first);
    }
}
