package org.faasnetlab.testbed.aws.deletion;

/**
 * Why a resource could not be deleted or listed.
 *
 * @param what the denied IAM action, or the resource that CloudFormation could not delete
 * @param sentence reason given by AWS, a whole sentence
 * @param nextStep what the user can do, a whole sentence
 */
public record BlockedAction(String what, String sentence, String nextStep) {}
