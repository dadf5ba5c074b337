package org.faasnetlab.ui.common.session;

import org.faasnetlab.LabException;
import org.faasnetlab.testbed.Testbed;

/** The status of the testbed that experiments run on. */
public sealed interface TestbedStatus {

    /** No testbed was started, or it was closed. */
    record None() implements TestbedStatus {}

    record Starting() implements TestbedStatus {}

    record Ready(Testbed testbed) implements TestbedStatus {}

    /** The start failed; no part of the testbed is left. */
    record Failed(LabException why) implements TestbedStatus {}
}
