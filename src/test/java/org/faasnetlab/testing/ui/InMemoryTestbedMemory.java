package org.faasnetlab.testing.ui;

import java.util.List;
import org.faasnetlab.ui.aws.ActiveTestbeds;
import org.faasnetlab.ui.aws.ActiveTestbeds.Standing;

/** A memory of testbeds without a file. */
public final class InMemoryTestbedMemory implements ActiveTestbeds.Memory {
    private List<Standing> all = List.of();

    @Override
    public List<Standing> read() {
        return all;
    }

    @Override
    public void write(List<Standing> now) {
        all = List.copyOf(now);
    }
}
