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
    private static final String REMEDY = "Enable network time synchronization on this computer.";

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
                    ? CheckResult.problem(
                            "AWS rejected the signature because the clock of this computer is wrong.", REMEDY)
                    : CheckResult.unknown("AWS did not return its time.", REMEDY);
        }
        String off = "The clock of this computer is " + format(ahead.abs())
                + (ahead.isNegative() ? " behind" : " ahead of") + " AWS";
        if (refused || ahead.abs().compareTo(REFUSED) >= 0) {
            return CheckResult.problem(off + "; AWS rejects signatures that are off by five minutes.", REMEDY);
        }
        if (ahead.abs().compareTo(NOTICED) > 0) {
            return CheckResult.warning(off + "; functions then start early or late.", REMEDY);
        }
        return CheckResult.ok("The clock of this computer agrees with AWS.");
    }

    private static String format(Duration off) {
        return off.compareTo(Duration.ofMinutes(2)) < 0 ? off.toSeconds() + " seconds" : off.toMinutes() + " minutes";
    }
}
