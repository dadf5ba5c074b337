package org.faasnetlab.ui.common.session;

import org.faasnetlab.LabException;
import org.faasnetlab.testbed.Testbed;

/** The status of the testbed that experiments run on. */
public sealed interface TestbedStatus {

    /** Handles each status. */
    interface Handler<R> {
        R on(None status);

        R on(Starting status);

        R on(Ready status);

        R on(Failed status);
    }

    <R> R handle(Handler<R> handler);

    /** No testbed was started, or it was closed. */
    record None() implements TestbedStatus {
        @Override
        public <R> R handle(Handler<R> handler) {
            return handler.on(this);
        }
    }

    record Starting() implements TestbedStatus {
        @Override
        public <R> R handle(Handler<R> handler) {
            return handler.on(this);
        }
    }

    record Ready(Testbed testbed) implements TestbedStatus {
        @Override
        public <R> R handle(Handler<R> handler) {
            return handler.on(this);
        }
    }

    /** The start failed; no part of the testbed is left. */
    record Failed(LabException why) implements TestbedStatus {
        @Override
        public <R> R handle(Handler<R> handler) {
            return handler.on(this);
        }
    }
}
