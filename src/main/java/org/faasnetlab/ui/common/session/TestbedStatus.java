package org.faasnetlab.ui.common.session;

import org.faasnetlab.LabException;
import org.faasnetlab.testbed.Testbed;

/** How the testbed that experiments run on stands. */
public sealed interface TestbedStatus {

    /** None was started, or it was closed. */
    record None() implements TestbedStatus {}

    record Starting() implements TestbedStatus {}

    record Ready(Testbed testbed) implements TestbedStatus {}

    /** It could not be started; nothing of it is left. */
    record Failed(LabException why) implements TestbedStatus {}
}
