package org.faasnetlab.testbed.local.shaping;

import java.net.InetSocketAddress;
import java.util.List;

/** No links at all: functions connect straight to their targets, and no host is simulated. */
record UnshapedLinks(List<InetSocketAddress> targets) implements TrialLinks {
    UnshapedLinks {
        targets = List.copyOf(targets);
    }

    @Override
    public InetSocketAddress address(int worker) {
        return targets.get(worker);
    }

    @Override
    public int host(int worker) {
        return 0;
    }

    @Override
    public void runsIn(int worker, String sandboxId) {
        // Nothing is limited, so nothing is remembered.
    }

    @Override
    public void close() {
        // Nothing was opened.
    }
}
