package org.faasnetlab.ui.aws.setup;

/** The steps of the wizard, in their order. */
enum AwsSetupStep {
    ACCOUNT,
    NETWORK,
    SERVERS,
    FUNCTIONS,
    STORAGE,
    REVIEW,
    CREATE
}
