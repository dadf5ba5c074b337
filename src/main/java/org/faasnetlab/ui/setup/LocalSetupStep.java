package org.faasnetlab.ui.setup;

/** The steps of the wizard for this computer, in their order. */
enum LocalSetupStep {
    NETWORK,
    SERVERS,
    FUNCTIONS,
    STORAGE,
    REVIEW
}
