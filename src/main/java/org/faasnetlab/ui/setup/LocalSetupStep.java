package org.faasnetlab.ui.setup;

/** The steps of the wizard for this computer, in their order. */
public enum LocalSetupStep {
    NETWORK,
    SERVERS,
    FUNCTIONS,
    STORAGE,
    REVIEW;

    boolean isFirst() {
        return ordinal() == 0;
    }

    boolean isLast() {
        return this == REVIEW;
    }

    LocalSetupStep next() {
        return values()[ordinal() + 1];
    }

    LocalSetupStep previous() {
        return values()[ordinal() - 1];
    }
}
