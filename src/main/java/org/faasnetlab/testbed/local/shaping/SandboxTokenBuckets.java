package org.faasnetlab.testbed.local.shaping;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.faasnetlab.workload.LinkProfile;
import org.jspecify.annotations.Nullable;

/**
 * The burst buckets of sandboxes across trials. A bucket belongs to the sandbox and not to the index of a function in a
 * trial: a warm sandbox continues with the remaining tokens plus those added since, a new one starts with a full
 * bucket.
 */
final class SandboxTokenBuckets {
    /** @param up from the function to its target */
    private record Key(String sandboxId, boolean up) {}

    private final Map<Key, TokenBucket> buckets = new HashMap<>();
    private @Nullable LinkProfile link;

    /** Sets the link profile of the next trials. Buckets of another profile are discarded. */
    synchronized void use(LinkProfile next) {
        if (!Objects.equals(link, next)) {
            buckets.clear();
            link = next;
        }
    }

    /** Discards all buckets, so that every sandbox starts with a full one. */
    synchronized void clear() {
        buckets.clear();
    }

    /** The bucket of a sandbox in one direction; {@code fresh} becomes its bucket if it has none. */
    synchronized TokenBucket of(String sandboxId, boolean up, TokenBucket fresh) {
        TokenBucket known = buckets.putIfAbsent(new Key(sandboxId, up), fresh);
        return known == null ? fresh : known;
    }
}
