package org.faasnetlab.testbed.aws.account;

/**
 * Identity of the credentials that sign requests.
 *
 * @param account account ID, 12 digits
 * @param arn ARN of the user or role
 */
public record AwsIdentity(String account, String arn) {

    /** Kind and name of the user or role, for example {@code user/ada} or {@code assumed-role/lab/ada}. */
    public String name() {
        return arn.substring(arn.lastIndexOf(':') + 1);
    }
}
