package org.faasnetlab.testing.ui;

import java.util.List;
import org.faasnetlab.ui.aws.ActiveTestbeds;
import org.faasnetlab.ui.aws.ActiveTestbeds.ActiveTestbed;

/** A memory of testbeds without a file. */
public final class InMemoryTestbedMemory implements ActiveTestbeds.Storage {
    private List<ActiveTestbed> all = List.of();

    @Override
    public List<ActiveTestbed> read() {
        return all;
    }

    @Override
    public void write(List<ActiveTestbed> now) {
        all = List.copyOf(now);
    }
}
