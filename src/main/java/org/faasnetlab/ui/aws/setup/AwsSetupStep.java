package org.faasnetlab.ui.aws.setup;

/** The steps of the wizard, in their order. */
enum AwsSetupStep {
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

    AwsSetupStep next() {
        return values()[ordinal() + 1];
    }

    AwsSetupStep previous() {
        return values()[ordinal() - 1];
    }
}
