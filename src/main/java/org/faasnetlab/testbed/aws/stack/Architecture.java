package org.faasnetlab.testbed.aws.stack;

import java.util.regex.Pattern;

/** The processor of servers and functions; one for both, because functions run the servers' iperf3. */
public enum Architecture {
    X86_64("x86_64", "c6in.xlarge"),
    ARM64("arm64", "c7gn.xlarge");

    /**
     * EC2's guide, naming conventions of instance types: letters of the series, digits of the generation, then letters of
     * which g means Graviton. The first generation, a1, was named before that.
     */
    private static final Pattern ARM_SERVER = Pattern.compile("(a1|[a-z]+[0-9]+[a-z]*g[a-z]*)[.-].*");

    private final String id;
    private final String usualServerType;

    Architecture(String id, String usualServerType) {
        this.id = id;
        this.usualServerType = usualServerType;
    }

    /** The processor that instances of this type have, by its name. */
    public static Architecture ofServerType(String type) {
        return ARM_SERVER.matcher(type).matches() ? ARM64 : X86_64;
    }

    /** The name that Lambda, EC2 and the public parameters of Amazon Linux use. */
    public String id() {
        return id;
    }

    /** Servers of this processor where nobody names others; of the same size and network for either. */
    public String usualServerType() {
        return usualServerType;
    }

    /** The public parameter that names the newest image of Amazon Linux 2023 for this processor. */
    public String imageParameter() {
        return "/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-" + id;
    }
}
