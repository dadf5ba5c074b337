package org.faasnetlab.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RunIdsTest {
    @Test
    void anIdIsTheLocalTimeAndFourLetters() {
        RunIds ids = new RunIds(new VirtualTime(), ZoneOffset.ofHours(1), new Random(1));
        String first = ids.get();
        assertThat(first).matches("20261123-114210-[a-z2-9]{4}");
        assertThat(ids.get()).as("another in the same second").isNotEqualTo(first);
    }
}
