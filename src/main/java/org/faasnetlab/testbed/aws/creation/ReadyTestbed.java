package org.faasnetlab.testbed.aws.creation;

import java.util.List;
import org.faasnetlab.testbed.aws.stack.AwsTestbedDescription;

/**
 * A testbed whose functions have all answered.
 *
 * @param functions every function at every memory size that was asked for
 * @param streaming whether functions stream their answers; if not, the Region or the account has no
 *     InvokeWithResponseStream, a buffered Invoke does it, and charts come after each trial
 */
public record ReadyTestbed(AwsTestbedDescription description, List<ProbedFunction> functions, boolean streaming) {
    public ReadyTestbed {
        functions = List.copyOf(functions);
    }
}
