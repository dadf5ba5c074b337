package org.faasnetlab.invoke;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.faasnetlab.measure.Interval;
import org.faasnetlab.protocol.FunctionRecord;
import org.faasnetlab.protocol.RecordJson;
import org.faasnetlab.testing.invoke.ManyStreamsMain;
import org.faasnetlab.testing.invoke.StubLambda;
import org.junit.jupiter.api.Test;

class ManyStreamsIT {
    private static final int FUNCTIONS = 1000;
    private static final int RECORDS = 50;
    private static final Pattern RESULT = Pattern.compile("complete=(\\d+) records=(\\d+) heapMiB=(\\d+)");

    @Test
    void aThousandStreamsFitIntoAHeapOf512MiBAndLoseNothing() throws Exception {
        byte[] interval = StubLambda.payload(
                RecordJson.write(new FunctionRecord.Measured(new Interval(100_000, 100_000, 7_812_500, 3L))) + "\n");
        CountDownLatch allOpen = new CountDownLatch(FUNCTIONS);
        try (StubLambda service = new StubLambda((request, answer) -> {
            answer.stream();
            allOpen.countDown();
            try {
                allOpen.await(60, TimeUnit.SECONDS);
                for (int i = 0; i < RECORDS; i++) {
                    answer.chunk(interval);
                    Thread.sleep(100);
                }
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return;
            }
            answer.complete();
        })) {
            String output = runInvoker(service);

            Matcher result = RESULT.matcher(output);
            assertThat(result.find()).as(output).isTrue();
            assertThat(result.group(1)).as(output).isEqualTo(String.valueOf(FUNCTIONS));
            assertThat(result.group(2)).as(output).isEqualTo(String.valueOf(FUNCTIONS * RECORDS));
            assertThat(Integer.parseInt(result.group(3)))
                    .as("heap in use in MiB")
                    .isLessThan(256);
        }
    }

    private static String runInvoker(StubLambda service) throws Exception {
        Process invoker = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ManyStreamsMain.class.getName(),
                        service.endpoint().uri().toString(),
                        String.valueOf(FUNCTIONS),
                        String.valueOf(RECORDS))
                .redirectErrorStream(true)
                .start();
        try {
            return new String(invoker.getInputStream().readAllBytes(), UTF_8);
        } finally {
            invoker.destroyForcibly();
            invoker.waitFor();
        }
    }
}
