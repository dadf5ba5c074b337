package org.faasnetlab.testbed.aws.stack;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The console output of servers, as EC2 returns it. */
public final class ServerConsole {
    private static final Logger LOG = LoggerFactory.getLogger(ServerConsole.class);

    private ServerConsole() {}

    /**
     * The text; empty if it cannot be decoded.
     *
     * @param base64 with or without line breaks
     */
    public static String decoded(String base64) {
        try {
            return new String(Base64.getMimeDecoder().decode(base64), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            LOG.warn("EC2 returned console output that is not Base64", e);
            return "";
        }
    }
}
