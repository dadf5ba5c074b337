package org.faasnetlab.testbed.aws.preflight;

import java.time.Duration;
import org.faasnetlab.testbed.aws.account.AwsAccessException.Reason;
import org.faasnetlab.testbed.aws.calls.AwsQueries;

/**
 * Compares this computer's clock with AWS's: signatures are valid for five minutes, and functions start by AWS's clock.
 */
final class ClockCheck implements PreflightCheck {

    private static final Duration REFUSED = Duration.ofMinutes(5);
    private static final Duration NOTICED = Duration.ofSeconds(2);
    private static final String REMEDY = "Let this computer set its clock from the network.";

    private final CallerIdentityProbe caller;

    ClockCheck(CallerIdentityProbe caller) {
        this.caller = caller;
    }

    @Override
    public CheckResult check(AwsQueries aws) {
        boolean refused = caller.failure() != null && caller.failure().reason() == Reason.CLOCK;
        Duration ahead = caller.clockOffset();
        if (ahead == null) {
            return refused
                    ? CheckResult.problem("AWS refused the signature because of this computer's clock.", REMEDY)
                    : CheckResult.unknown("AWS did not say what time it is there.", REMEDY);
        }
        String off = "This computer's clock is " + format(ahead.abs()) + (ahead.isNegative() ? " behind" : " ahead of")
                + " AWS's";
        if (refused || ahead.abs().compareTo(REFUSED) >= 0) {
            return CheckResult.problem(off + "; AWS refuses signatures that are five minutes off.", REMEDY);
        }
        if (ahead.abs().compareTo(NOTICED) > 0) {
            return CheckResult.warning(off + "; functions then begin early or late.", REMEDY);
        }
        return CheckResult.ok("This computer's clock agrees with AWS's.");
    }

    private static String format(Duration off) {
        return off.compareTo(Duration.ofMinutes(2)) < 0 ? off.toSeconds() + " seconds" : off.toMinutes() + " minutes";
    }
}
