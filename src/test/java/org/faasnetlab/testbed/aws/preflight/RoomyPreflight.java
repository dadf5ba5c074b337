package org.faasnetlab.testbed.aws.preflight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.faasnetlab.testbed.aws.preflight.RoomyPreflight.lines;

import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.faasnetlab.testbed.aws.AwsTestbedSettings;
import org.faasnetlab.testbed.aws.StubAws;
import org.faasnetlab.testbed.aws.preflight.PreflightLine.State;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Preflights in an account with room for a testbed, unless a test says otherwise. */
final class RoomyPreflight implements BeforeEachCallback, AfterEachCallback {
    /** How many functions are wanted at once if a test names no other number. */
    static final int FUNCTIONS = 8;

    final AwsTestbedSettings settings = AwsTestbedSettings.defaults("lab", "eu-central-1a");
    StubAws aws;

    @Override
    public void beforeEach(ExtensionContext test) throws IOException {
        aws = StubAws.start();
        RoomyAccount.fill(aws);
    }

    @Override
    public void afterEach(ExtensionContext test) {
        aws.close();
    }

    Preflight preflight() {
        return preflight(FUNCTIONS);
    }

    Preflight preflight(int functions) {
        return new Preflight(aws.account(), settings, functions, Clock.systemUTC());
    }

    Preflight preflight(Clock clock) {
        return new Preflight(aws.account(), settings, FUNCTIONS, clock);
    }

    /** The line, which is to be in this state. */
    PreflightLine line(String id, State state) throws InterruptedException {
        PreflightLine line = lines(preflight()).get(id);
        assertThat(line.state()).as(line.toString()).isEqualTo(state);
        return line;
    }

    static Map<String, PreflightLine> lines(Preflight preflight) throws InterruptedException {
        return preflight.run(line -> {}).stream().collect(Collectors.toMap(PreflightLine::id, Function.identity()));
    }
}
