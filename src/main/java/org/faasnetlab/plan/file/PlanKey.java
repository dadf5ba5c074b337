package org.faasnetlab.plan.file;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.faasnetlab.plan.Setting;
import org.faasnetlab.workload.WorkloadKind;

/** A key of a plan file that holds a setting. Where a setting's name has a unit, the key has none: the value has it. */
enum PlanKey {
    FUNCTIONS("functions", Setting.FUNCTIONS, QuantityFormat.COUNT),
    MEMORY("memory", Setting.MEMORY, QuantityFormat.MEMORY),
    DIRECTION("direction", Setting.DIRECTION, QuantityFormat.TEXT),
    STREAMS("streams", Setting.STREAMS, QuantityFormat.COUNT),
    OBJECT("object", Setting.OBJECT_MIB, QuantityFormat.SIZE),
    CONNECTIONS("connections", Setting.CONNECTIONS, QuantityFormat.COUNT),
    LENGTH("length", Setting.SECONDS, QuantityFormat.SECONDS),
    OMIT("omit", Setting.OMIT, QuantityFormat.SECONDS),
    CONGESTION("congestion", Setting.CONGESTION, QuantityFormat.TEXT),
    PART("part", Setting.PART_MIB, QuantityFormat.SIZE),
    OBJECT_SHARE("objectShare", Setting.OBJECT_SHARE, QuantityFormat.TEXT),
    INTERVAL("interval", Setting.INTERVAL_MS, QuantityFormat.MILLISECONDS),
    LINK("link", Setting.LINK, QuantityFormat.TEXT),
    HOSTS("hosts", Setting.HOSTS, QuantityFormat.COUNT),
    HOST_LINK("hostLink", Setting.HOST_LINK, QuantityFormat.TEXT),
    REPEATS("repeats", Setting.REPEATS, QuantityFormat.COUNT),
    PAUSE("pause", Setting.PAUSE, QuantityFormat.SECONDS),
    ORDER("order", Setting.ORDER, QuantityFormat.TEXT),
    SEED("seed", Setting.SEED, QuantityFormat.COUNT),
    CI_WIDTH("ciWidth", Setting.CI_WIDTH, QuantityFormat.PERCENT);

    private final String key;
    private final Setting setting;
    private final QuantityFormat quantity;

    PlanKey(String key, Setting setting, QuantityFormat quantity) {
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

    QuantityFormat quantity() {
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
    static List<PlanKey> of(WorkloadKind transfer, boolean factors) {
        return Arrays.stream(values())
                .filter(one -> one.setting.appliesTo(transfer) && one.isFactor() == factors)
                .toList();
    }
}
