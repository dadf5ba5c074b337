package org.faasnetlab.ui.setup;

/** The steps of the setup of this computer, in their order. */
public enum SetupStep {
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

    SetupStep next() {
        return values()[ordinal() + 1];
    }

    SetupStep previous() {
        return values()[ordinal() - 1];
    }
}
