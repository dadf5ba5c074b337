package org.faasnetlab.ui.aws;

/** The steps of the setup of a testbed on AWS, in their order. */
enum AwsStep {
    ACCOUNT,
    NETWORK,
    SERVERS,
    FUNCTIONS,
    STORAGE,
    REVIEW,
    CREATE;

    boolean isFirst() {
        return this == ACCOUNT;
    }

    AwsStep next() {
        return values()[ordinal() + 1];
    }

    AwsStep previous() {
        return values()[ordinal() - 1];
    }
}
