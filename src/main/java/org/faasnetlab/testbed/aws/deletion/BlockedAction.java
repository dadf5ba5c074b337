package org.faasnetlab.testbed.aws.deletion;

/**
 * Why something could not be removed or seen.
 *
 * @param what the IAM action that AWS refused, or the resource that CloudFormation could not delete
 * @param sentence what AWS said, a whole sentence
 * @param nextStep what the user can do, a whole sentence
 */
public record BlockedAction(String what, String sentence, String nextStep) {}
