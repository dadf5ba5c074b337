package org.faasnetlab.testbed;

import java.util.Arrays;

/** Where a testbed's functions and servers run. */
public enum TestbedKind {
    /** As processes of this computer, which share its processors. */
    LOCAL("local"),
    /** In an AWS account. */
    AWS("aws"),
    /** Unknown: another program measured it, and the results were imported. */
    IMPORTED("imported");

    private final String id;

    TestbedKind(String id) {
        this.id = id;
    }

    /** The name in databases. */
    public String id() {
        return id;
    }

    /**
     * The kind with this name in databases.
     *
     * @throws IllegalArgumentException if there is none with this id
     */
    public static TestbedKind of(String id) {
        return Arrays.stream(values())
                .filter(kind -> kind.id.equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'" + id + "' is not a kind of testbed"));
    }
}
