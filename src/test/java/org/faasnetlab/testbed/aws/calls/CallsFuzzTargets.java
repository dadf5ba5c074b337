package org.faasnetlab.testbed.aws.calls;

import java.util.List;
import java.util.Set;
import org.faasnetlab.testing.fuzz.FuzzTarget;

/** Logs and messages of AWS, which are shown without secrets. */
public final class CallsFuzzTargets {
    private CallsFuzzTargets() {}

    public static List<FuzzTarget> all() {
        return List.of(FuzzTarget.ofText(
                "texts with secrets",
                List.of(
                        "User: arn:aws:sts::123456789012:assumed-role/lab is not authorized on i-0123456789abcdef0",
                        "GET https://b.s3.amazonaws.com/k?X-Amz-Credential=AKIAIOSFODNN7EXAMPLE&X-Amz-Signature=0a1b",
                        "RequestId: 8476a536-e9f4-11e8-9739-2dfe598c3fcd Error: 10.0.0.5 password=\"x\" $1 \\"),
                Set.of(),
                text -> new Redactor().redact(text)));
    }
}
