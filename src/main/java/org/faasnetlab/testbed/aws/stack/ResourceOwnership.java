package org.faasnetlab.testbed.aws.stack;

import java.util.regex.Pattern;

/**
 * Decides which resources belong to a testbed: those with its tag, or with a name that CloudFormation generated for its
 * stack.
 *
 * <p>Such a name consists of the stack's name, the resource's logical ID and random characters. A testbed's name has no
 * capital letters and a logical ID starts with one, so that {@code lab} and {@code lab-two} cannot be confused. A
 * bucket's name is in lower case, but its random part has no hyphen.
 */
public final class ResourceOwnership {

    /** Prefix of all names that the stacks of testbeds generate. */
    public static final String COMMON_PREFIX = AwsTestbedSettings.stackName("");

    private final String stackName;
    private final Pattern generated;
    private final Pattern bucket;

    public ResourceOwnership(String stackName) {
        this.stackName = stackName;
        generated = Pattern.compile(Pattern.quote(stackName) + "-[A-Z][A-Za-z0-9]*-[A-Za-z0-9]+");
        bucket = Pattern.compile(Pattern.quote(stackName) + "-bucket-[a-z0-9]+");
    }

    public String stackName() {
        return stackName;
    }

    /** For functions, roles, instance profiles and log groups. */
    public boolean named(String name) {
        return generated.matcher(name).matches();
    }

    public boolean bucketNamed(String name) {
        return bucket.matcher(name).matches();
    }

    public boolean tagged(String key, String value) {
        return key.equals(AwsTestbedSettings.TAG) && value.equals(stackName);
    }
}
