package org.faasnetlab.testing.ui;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import javafx.application.Platform;
import org.faasnetlab.testbed.aws.stack.AwsTestbedSettings;
import org.faasnetlab.ui.common.BackgroundThreads;
import org.faasnetlab.ui.common.Theme;
import org.faasnetlab.ui.preferences.WindowSettings;
import org.faasnetlab.ui.shell.FaasNetLabWindow;
import software.amazon.awssdk.services.cloudformation.model.StackStatus;

/**
 * Shows the window with fake AWS testbeds for visual checks. Arguments: width, height, {@code light} or {@code dark},
 * and {@code slow} for a creation that never ends.
 */
public final class AwsWindowDemo {
    private AwsWindowDemo() {}

    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createTempDirectory("faasnetlab-aws-demo");
        WindowSettings.in(folder.resolve("window.json"))
                .write(new WindowSettings(
                        Theme.valueOf(arguments[2].toUpperCase(Locale.ROOT)),
                        Double.parseDouble(arguments[0]),
                        Double.parseDouble(arguments[1]),
                        false));
        FakeLabWithStore lab = new FakeLabWithStore(folder.resolve("local"));
        FakeAwsTestbeds aws = lab.aws().testbeds();
        if (arguments.length > 3) {
            aws.blockCreation(new CountDownLatch(1));
        }
        aws.exists(
                AwsTestbedSettings.defaults("lambda-euc1", "eu-central-1a"),
                StackStatus.UPDATE_COMPLETE,
                true,
                FakeAwsTestbeds.CREATED);
        aws.exists(
                AwsTestbedSettings.defaults("begun-elsewhere", "eu-central-1b"),
                StackStatus.CREATE_COMPLETE,
                false,
                FakeAwsTestbeds.CREATED.minus(Duration.ofHours(3)));
        ExecutorService background = BackgroundThreads.open();
        FaasNetLabWindow.open(
                FakeWindowDependencies.of(lab, folder, FakeAwsTestbeds.HALF_AN_HOUR_LATER, background, Platform::exit));
    }
}
