package org.faasnetlab.testbed.aws.preflight;

import org.faasnetlab.testbed.aws.calls.AwsQueries;
import org.faasnetlab.testbed.aws.calls.QueryFailedException;

/** Looks at one thing. */
@FunctionalInterface
interface PreflightCheck {

    /**
     * @throws QueryFailedException if AWS did not say what the check needs to know
     */
    CheckResult check(AwsQueries aws) throws QueryFailedException;
}
