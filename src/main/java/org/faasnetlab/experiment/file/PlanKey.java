package org.faasnetlab.experiment.file;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.faasnetlab.experiment.Setting;
import org.faasnetlab.experiment.Transfer;

/** A key of a plan file that holds a setting. Where a setting's name has a unit, the key has none: the value has it. */
enum PlanKey {
    FUNCTIONS("functions", Setting.FUNCTIONS, Quantity.COUNT),
    MEMORY("memory", Setting.MEMORY, Quantity.MEMORY),
    DIRECTION("direction", Setting.DIRECTION, Quantity.TEXT),
    STREAMS("streams", Setting.STREAMS, Quantity.COUNT),
    OBJECT("object", Setting.OBJECT_MIB, Quantity.SIZE),
    CONNECTIONS("connections", Setting.CONNECTIONS, Quantity.COUNT),
    LENGTH("length", Setting.SECONDS, Quantity.SECONDS),
    OMIT("omit", Setting.OMIT, Quantity.SECONDS),
    CONGESTION("congestion", Setting.CONGESTION, Quantity.TEXT),
    PART("part", Setting.PART_MIB, Quantity.SIZE),
    OBJECT_SHARE("objectShare", Setting.OBJECT_SHARE, Quantity.TEXT),
    INTERVAL("interval", Setting.INTERVAL_MS, Quantity.MILLISECONDS),
    LINK("link", Setting.LINK, Quantity.TEXT),
    HOSTS("hosts", Setting.HOSTS, Quantity.COUNT),
    HOST_LINK("hostLink", Setting.HOST_LINK, Quantity.TEXT),
    REPEATS("repeats", Setting.REPEATS, Quantity.COUNT),
    PAUSE("pause", Setting.PAUSE, Quantity.SECONDS),
    ORDER("order", Setting.ORDER, Quantity.TEXT),
    SEED("seed", Setting.SEED, Quantity.COUNT),
    CI_WIDTH("ciWidth", Setting.CI_WIDTH, Quantity.PERCENT);

    private final String key;
    private final Setting setting;
    private final Quantity quantity;

    PlanKey(String key, Setting setting, Quantity quantity) {
        this.key = key;
        this.setting = setting;
        this.quantity = quantity;
    }

    String key() {
        return key;
    }

    Setting setting() {
        return setting;
    }

    Quantity quantity() {
        return quantity;
    }

    /** Whether it stands among the factors and takes several values. */
    boolean isFactor() {
        return setting.isFactor();
    }

    /** What to write, for people. */
    String meaning() {
        return setting.description() + (quantity.example().isEmpty() ? "" : ", for example " + quantity.example());
    }

    static PlanKey of(Setting setting) {
        return Arrays.stream(values())
                .filter(one -> one.setting == setting)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no key for " + setting));
    }

    static Optional<PlanKey> named(String key) {
        return Arrays.stream(values()).filter(one -> one.key.equals(key)).findFirst();
    }

    /** Those of one transfer, among the factors or beside them. */
    static List<PlanKey> of(Transfer transfer, boolean factors) {
        return Arrays.stream(values())
                .filter(one -> one.setting.appliesTo(transfer) && one.isFactor() == factors)
                .toList();
    }
}
