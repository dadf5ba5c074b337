package org.faasnetlab.testbed.aws.preflight;

import org.faasnetlab.testbed.aws.preflight.PreflightLine.State;

/** What a check found, without its name. */
record Finding(State state, String meaning, String remedy) {

    static Finding ok(String meaning) {
        return new Finding(State.OK, meaning, "");
    }

    static Finding warning(String meaning, String remedy) {
        return new Finding(State.WARNING, meaning, remedy);
    }

    static Finding problem(String meaning, String remedy) {
        return new Finding(State.PROBLEM, meaning, remedy);
    }

    static Finding unknown(String meaning, String remedy) {
        return new Finding(State.UNKNOWN, meaning, remedy);
    }

    static Finding unknown(UnansweredException failure) {
        return unknown(failure.sentence(), failure.nextStep());
    }

    /** EC2 knows no instance type of that name in the Region. */
    static Finding unknownServerType(String name) {
        return unknown("EC2 says nothing of the type " + name + ".", "Choose a type that the Region has.");
    }

    PreflightLine line(String id, String title) {
        return new PreflightLine(id, title, state, meaning, remedy);
    }
}
