package org.faasnetlab.testbed.aws.account;

/**
 * Who signs the requests.
 *
 * @param account the account's number, 12 digits
 * @param arn the user or role
 */
public record AwsIdentity(String account, String arn) {}
