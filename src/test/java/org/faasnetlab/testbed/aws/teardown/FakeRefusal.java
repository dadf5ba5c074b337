package org.faasnetlab.testbed.aws.teardown;

/** AWS says no. */
final class FakeRefusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    final int status;
    final String code;

    FakeRefusal(int status, String code, String message) {
        super(message);
        this.status = status;
        this.code = code;
    }
}
