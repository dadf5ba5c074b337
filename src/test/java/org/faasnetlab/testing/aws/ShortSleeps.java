package org.faasnetlab.testing.aws;

import java.util.function.UnaryOperator;
import org.faasnetlab.testbed.aws.calls.Sleeper;

/** The program's pauses between two looks at AWS, for an AWS on loopback that is done in no time: as many, but short. */
public final class ShortSleeps {
    private static final int TIMES_QUICKER = 100;

    public static final UnaryOperator<Sleeper> OF = usual -> time -> usual.sleep(time.dividedBy(TIMES_QUICKER));

    private ShortSleeps() {}
}
