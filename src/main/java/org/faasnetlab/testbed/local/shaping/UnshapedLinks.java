package org.faasnetlab.testbed.local.shaping;

import java.net.InetSocketAddress;
import java.util.List;

/** No simulation: functions connect directly to their targets, and no host is simulated. */
record UnshapedLinks(List<InetSocketAddress> targets) implements TrialLinks {
    UnshapedLinks {
        targets = List.copyOf(targets);
    }

    @Override
    public InetSocketAddress address(int functionIndex) {
        return targets.get(functionIndex);
    }

    @Override
    public int host(int functionIndex) {
        return 0;
    }

    @Override
    public void runsIn(int functionIndex, String sandboxId) {
        // There are no buckets.
    }

    @Override
    public void close() {
        // Nothing was opened.
    }
}
