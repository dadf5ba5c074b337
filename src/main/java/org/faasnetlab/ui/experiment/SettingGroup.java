package org.faasnetlab.ui.experiment;

import org.faasnetlab.experiment.Setting;

/** The groups in which settings are shown. */
enum SettingGroup {
    TRANSFER,
    NETWORK,
    REPETITION;

    static SettingGroup of(Setting setting) {
        return switch (setting) {
            case LINK, HOSTS, HOST_LINK -> NETWORK;
            case REPEATS, PAUSE, ORDER, SEED, CI_WIDTH -> REPETITION;
            default -> TRANSFER;
        };
    }
}
