package org.faasnetlab.testbed.aws.preflight;

import org.faasnetlab.testbed.aws.calls.AwsQueries;
import org.faasnetlab.testbed.aws.calls.QueryFailedException;

/** One check. */
@FunctionalInterface
interface PreflightCheck {

    /**
     * Asks AWS and judges the answer.
     *
     * @throws QueryFailedException if AWS does not answer the check's request
     */
    CheckResult check(AwsQueries aws) throws QueryFailedException;
}
