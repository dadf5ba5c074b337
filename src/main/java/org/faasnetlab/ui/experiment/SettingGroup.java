package org.faasnetlab.ui.experiment;

import java.util.Set;
import org.faasnetlab.plan.Setting;

/** The groups in which settings are shown. */
enum SettingGroup {
    /** Each takes several values. */
    FACTORS,
    TRANSFER,
    NETWORK,
    REPETITION;

    private static final Set<Setting> OF_NETWORK = Set.of(Setting.LINK, Setting.HOSTS, Setting.HOST_LINK);
    private static final Set<Setting> OF_REPETITION =
            Set.of(Setting.REPEATS, Setting.PAUSE, Setting.ORDER, Setting.SEED, Setting.CI_WIDTH);

    /** Settings that most experiments change; the others are folded. */
    private static final Set<String> BASIC =
            Set.of("functions", "memory", "direction", "seconds", "objectMiB", "repeats");

    static boolean isBasic(Setting setting) {
        return BASIC.contains(setting.key());
    }

    static SettingGroup of(Setting setting) {
        if (OF_NETWORK.contains(setting)) {
            return NETWORK;
        }
        if (OF_REPETITION.contains(setting)) {
            return REPETITION;
        }
        return setting.isFactor() ? FACTORS : TRANSFER;
    }
}
