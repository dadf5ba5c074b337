package org.faasnetlab.workload;

import java.util.Arrays;
import java.util.Optional;

/**
 * The instruction set of functions and servers. It determines suitable instance types and machine images, and the price
 * of a Lambda GB-second.
 */
public enum Architecture {
    X86_64("x86_64"),
    ARM64("arm64");

    private final String id;

    Architecture(String id) {
        this.id = id;
    }

    /** The name that Lambda, EC2, and the public parameters of Amazon Linux use. */
    public String id() {
        return id;
    }

    /** The architecture with this {@link #id()}; empty if there is none. */
    public static Optional<Architecture> find(String id) {
        return Arrays.stream(values()).filter(each -> each.id.equals(id)).findFirst();
    }
}
