package org.faasnetlab.testing.aws.deletion;

/** An error response of AWS. */
public final class FakeRefusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public final int status;
    public final String code;

    public FakeRefusal(int status, String code, String message) {
        super(message);
        this.status = status;
        this.code = code;
    }
}
