package org.faasnetlab.testbed.aws.stack;

import java.util.regex.Pattern;

/**
 * Tells what belongs to a testbed: what bears its tag, or a name that CloudFormation made for its stack.
 *
 * <p>Such a name is the stack's, the resource's in the template, and random letters. A testbed's name has no capitals and
 * a resource's begins with one, so that {@code lab} and {@code lab-two} are never taken for each other. A bucket's name is
 * all in small letters, but its random part has no hyphen.
 */
public final class ResourceOwnership {

    /** With what every name that a testbed's stack makes begins, whichever testbed it is. */
    public static final String COMMON_PREFIX = AwsTestbedSettings.stackName("");

    private final String stackName;
    private final Pattern made;
    private final Pattern bucket;

    public ResourceOwnership(String stackName) {
        this.stackName = stackName;
        made = Pattern.compile(Pattern.quote(stackName) + "-[A-Z][A-Za-z0-9]*-[A-Za-z0-9]+");
        bucket = Pattern.compile(Pattern.quote(stackName) + "-bucket-[a-z0-9]+");
    }

    public String stackName() {
        return stackName;
    }

    /** A function, role, instance profile or log group. */
    public boolean named(String name) {
        return made.matcher(name).matches();
    }

    public boolean bucketNamed(String name) {
        return bucket.matcher(name).matches();
    }

    public boolean tagged(String key, String value) {
        return key.equals(AwsTestbedSettings.TAG) && value.equals(stackName);
    }
}
