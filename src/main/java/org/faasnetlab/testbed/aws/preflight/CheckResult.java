package org.faasnetlab.testbed.aws.preflight;

import org.faasnetlab.format.Phrase;
import org.faasnetlab.testbed.aws.calls.QueryFailedException;
import org.faasnetlab.testbed.aws.preflight.PreflightResult.State;

/** Result of a check without its name. */
record CheckResult(State state, Phrase meaning, Phrase remedy) {

    static CheckResult ok(Phrase meaning) {
        return new CheckResult(State.OK, meaning, Phrase.verbatim(""));
    }

    static CheckResult warning(Phrase meaning, Phrase remedy) {
        return new CheckResult(State.WARNING, meaning, remedy);
    }

    static CheckResult problem(Phrase meaning, Phrase remedy) {
        return new CheckResult(State.PROBLEM, meaning, remedy);
    }

    static CheckResult unknown(Phrase meaning, Phrase remedy) {
        return new CheckResult(State.UNKNOWN, meaning, remedy);
    }

    /** A result that is shown on the command line only. */
    static CheckResult ok(String meaning) {
        return ok(Phrase.verbatim(meaning));
    }

    static CheckResult warning(String meaning, String remedy) {
        return warning(Phrase.verbatim(meaning), Phrase.verbatim(remedy));
    }

    static CheckResult problem(String meaning, String remedy) {
        return problem(Phrase.verbatim(meaning), Phrase.verbatim(remedy));
    }

    static CheckResult unknown(String meaning, String remedy) {
        return unknown(Phrase.verbatim(meaning), Phrase.verbatim(remedy));
    }

    static CheckResult unknown(QueryFailedException failure) {
        return unknown(failure.sentence(), failure.advice());
    }

    /** EC2 has no such instance type in the Region. */
    static CheckResult unknownServerType(String name) {
        return unknown(
                Phrase.of("EC2 says nothing of the type {0}.", name), Phrase.of("Choose a type that the Region has."));
    }

    PreflightResult line(String id, Phrase title) {
        return new PreflightResult(id, title, state, meaning, remedy);
    }
}
