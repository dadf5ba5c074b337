package org.faasnetlab.protocol.task;

import org.faasnetlab.measure.Direction;

/** What several tasks require of their fields. All methods throw {@link IllegalArgumentException} if it is not so. */
final class TaskChecks {
    private TaskChecks() {}

    static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }

    /** Checks what all tests of one function against one server have in common. */
    static void requireServer(String host, int port, Direction direction) {
        require(!host.isBlank(), "host must not be empty");
        require(port >= 1 && port <= 65535, "port must be 1 to 65535, not " + port);
        require(direction != Direction.BOTH, "a function must have one direction");
    }
}
