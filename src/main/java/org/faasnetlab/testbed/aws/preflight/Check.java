package org.faasnetlab.testbed.aws.preflight;

/** Looks at one thing. */
@FunctionalInterface
interface Check {

    /**
     * @throws UnansweredException if AWS did not say what the check needs to know
     */
    Finding look(Questions aws) throws UnansweredException;
}
