package org.faasnetlab.testbed.aws.preflight;

import org.faasnetlab.testbed.aws.calls.QueryFailedException;
import org.faasnetlab.testbed.aws.preflight.PreflightResult.State;

/** Result of a check without its name. */
record CheckResult(State state, String meaning, String remedy) {

    static CheckResult ok(String meaning) {
        return new CheckResult(State.OK, meaning, "");
    }

    static CheckResult warning(String meaning, String remedy) {
        return new CheckResult(State.WARNING, meaning, remedy);
    }

    static CheckResult problem(String meaning, String remedy) {
        return new CheckResult(State.PROBLEM, meaning, remedy);
    }

    static CheckResult unknown(String meaning, String remedy) {
        return new CheckResult(State.UNKNOWN, meaning, remedy);
    }

    static CheckResult unknown(QueryFailedException failure) {
        return unknown(failure.sentence().toString(), failure.nextStep());
    }

    /** EC2 has no such instance type in the Region. */
    static CheckResult unknownServerType(String name) {
        return unknown("EC2 says nothing of the type " + name + ".", "Choose a type that the Region has.");
    }

    PreflightResult line(String id, String title) {
        return new PreflightResult(id, title, state, meaning, remedy);
    }
}
