package org.faasnetlab.workload;

import static org.assertj.core.api.Assertions.assertThat;

import org.faasnetlab.measure.Direction;
import org.faasnetlab.workload.latency.LatencyWorkload;
import org.junit.jupiter.api.Test;

class CellTest {
    @Test
    void aCellWithoutATransferHasNoDirection() {
        Cell cell = new Cell(
                0,
                2,
                new LatencyWorkload(Direction.DOWNLOAD, 10, 100, 20),
                NetworkSettings.parse("unlimited", 1, "unlimited"));
        assertThat(cell.label().toString()).startsWith("latency, 2 functions, ").doesNotContain("download");
    }
}
