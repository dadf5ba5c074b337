package org.faasnetlab.testbed.aws;

/** The processor of servers and functions; one for both, because functions run the servers' iperf3. */
public enum Architecture {
    X86_64("x86_64"),
    ARM64("arm64");

    private final String id;

    Architecture(String id) {
        this.id = id;
    }

    /** The name that Lambda, EC2 and the public parameters of Amazon Linux use. */
    public String id() {
        return id;
    }

    /** The public parameter that names the newest image of Amazon Linux 2023 for this processor. */
    public String imageParameter() {
        return "/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-" + id;
    }
}
