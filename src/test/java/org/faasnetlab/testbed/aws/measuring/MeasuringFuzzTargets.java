package org.faasnetlab.testbed.aws.measuring;

import java.util.List;
import java.util.Set;
import org.faasnetlab.testing.fuzz.FuzzTarget;

/** The object with which another user reserves a testbed. */
public final class MeasuringFuzzTargets {
    private MeasuringFuzzTargets() {}

    public static List<FuzzTarget> all() {
        return List.of(FuzzTarget.ofText(
                        "reservations of a testbed",
                        List.of("{\"id\":\"a1\",\"user\":\"kim\",\"host\":\"lab-3\",\"since\":\"2026-11-30T09:00:00Z\","
                                + "\"expires\":\"2026-11-30T09:02:00Z\"}"),
                        Set.of(),
                        MeasurementLock::parse)
                .covers(MeasurementLock.class));
    }
}
