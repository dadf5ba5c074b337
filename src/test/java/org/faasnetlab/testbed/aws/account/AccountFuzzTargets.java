package org.faasnetlab.testbed.aws.account;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.faasnetlab.testing.fuzz.FuzzTarget;
import software.amazon.awssdk.core.exception.SdkClientException;

/** Responses that a network may have sent instead of AWS. */
public final class AccountFuzzTargets {
    private AccountFuzzTargets() {}

    public static List<FuzzTarget> all() {
        return List.of(new FuzzTarget(
                        "pages of guest networks",
                        List.of(
                                " \n<!DOCTYPE html><title>Sign in</title>".getBytes(StandardCharsets.UTF_8),
                                "<GetCallerIdentityResponse/>".getBytes(StandardCharsets.UTF_8)),
                        Set.of(SdkClientException.class),
                        1,
                        input -> CaptivePortalGuard.checked(new ByteArrayInputStream(input))
                                .readAllBytes())
                .covers(CaptivePortalGuard.class));
    }
}
