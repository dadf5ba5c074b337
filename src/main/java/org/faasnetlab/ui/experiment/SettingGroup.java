package org.faasnetlab.ui.experiment;

import org.faasnetlab.plan.Setting;

/** The groups in which settings are shown. */
enum SettingGroup {
    /** Each takes several values. */
    FACTORS,
    TRANSFER,
    NETWORK,
    REPETITION;

    static SettingGroup of(Setting setting) {
        return switch (setting) {
            case LINK, HOSTS, HOST_LINK -> NETWORK;
            case REPEATS, PAUSE, ORDER, SEED, CI_WIDTH -> REPETITION;
            default -> setting.isFactor() ? FACTORS : TRANSFER;
        };
    }
}
