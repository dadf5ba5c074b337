package org.faasnetlab.testbed.local.shaping;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.faasnetlab.workload.LinkProfile;
import org.jspecify.annotations.Nullable;

/**
 * The burst buckets of sandboxes, from one trial to the next. A bucket belongs to the sandbox and not to the place of a
 * function in a trial: a warm sandbox finds what it left and what has flowed in since, a new one finds a full bucket.
 */
final class SandboxTokenBuckets {
    /** @param up from the function to its target */
    private record Key(String sandboxId, boolean up) {}

    private final Map<Key, TokenBucket> buckets = new HashMap<>();
    private @Nullable LinkProfile link;

    /** Trials have links of this kind from now on. What was kept of another kind is forgotten. */
    synchronized void use(LinkProfile next) {
        if (!Objects.equals(link, next)) {
            buckets.clear();
            link = next;
        }
    }

    /** Forgets all buckets, so that every sandbox finds a full one. */
    synchronized void clear() {
        buckets.clear();
    }

    /** The bucket of a sandbox in one direction; {@code fresh} becomes its bucket if it has none. */
    synchronized TokenBucket of(String sandboxId, boolean up, TokenBucket fresh) {
        TokenBucket known = buckets.putIfAbsent(new Key(sandboxId, up), fresh);
        return known == null ? fresh : known;
    }
}
