package org.faasnetlab.testing.aws.preflight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.faasnetlab.testing.aws.preflight.RoomyPreflight.lines;

import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.faasnetlab.testbed.aws.preflight.Preflight;
import org.faasnetlab.testbed.aws.preflight.PreflightResult;
import org.faasnetlab.testbed.aws.preflight.PreflightResult.State;
import org.faasnetlab.testbed.aws.stack.AwsTestbedSettings;
import org.faasnetlab.testing.aws.StubAws;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Preflights in an account in which all checks are OK, unless a test changes it. */
public final class RoomyPreflight implements BeforeEachCallback, AfterEachCallback {
    /** Number of concurrent functions unless a test specifies another one. */
    public static final int FUNCTIONS = 8;

    public final AwsTestbedSettings settings = AwsTestbedSettings.defaults("lab", "eu-central-1a");
    public StubAws aws;

    @Override
    public void beforeEach(ExtensionContext test) throws IOException {
        aws = StubAws.start();
        RoomyAccount.fill(aws);
    }

    @Override
    public void afterEach(ExtensionContext test) {
        aws.close();
    }

    public Preflight preflight() {
        return preflight(FUNCTIONS);
    }

    public Preflight preflight(int functions) {
        return new Preflight(aws.account(), settings, functions, Clock.systemUTC());
    }

    public Preflight preflight(Clock clock) {
        return new Preflight(aws.account(), settings, FUNCTIONS, clock);
    }

    /** The result of a check, asserted to have this state. */
    public PreflightResult line(String id, State state) throws InterruptedException {
        PreflightResult line = lines(preflight()).get(id);
        assertThat(line.state()).as(line.toString()).isEqualTo(state);
        return line;
    }

    public static Map<String, PreflightResult> lines(Preflight preflight) throws InterruptedException {
        return preflight.run(line -> {}).stream().collect(Collectors.toMap(PreflightResult::id, Function.identity()));
    }
}
