package org.faasnetlab.testbed.aws.creation;

import java.util.List;
import org.faasnetlab.testbed.aws.stack.AwsTestbedDescription;

/**
 * A testbed all of whose functions have responded.
 *
 * @param functions every function with every requested memory size
 * @param streaming whether functions stream their responses; otherwise the Region or account has no
 *     InvokeWithResponseStream, and results arrive after each trial
 */
public record ReadyTestbed(AwsTestbedDescription description, List<FunctionProbe.Result> functions, boolean streaming) {
    public ReadyTestbed {
        functions = List.copyOf(functions);
    }
}
