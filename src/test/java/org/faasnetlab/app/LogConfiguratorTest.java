package org.faasnetlab.app;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogConfiguratorTest {
    @TempDir
    Path folder;

    @Test
    void everythingGoesToTheFileButDebugMessagesOfLibraries() throws Exception {
        LoggerContext context = new LoggerContext();
        context.setMDCAdapter(new LogbackMDCAdapter());
        String before = System.getProperty(LogFileAppender.FOLDER);
        System.setProperty(LogFileAppender.FOLDER, folder.toString());
        try {
            LogConfigurator.addFile(context);
        } finally {
            if (before == null) {
                System.clearProperty(LogFileAppender.FOLDER);
            } else {
                System.setProperty(LogFileAppender.FOLDER, before);
            }
        }
        context.getLogger("org.faasnetlab.run.Runner").debug("own detail");
        context.getLogger("org.library").debug("detail of a library");
        context.getLogger("org.library").info("note of a library");
        context.stop();

        assertThat(Files.readAllLines(folder.resolve("faasnetlab.log")))
                .hasSize(2)
                .first()
                .asString()
                .matches(
                        "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z DEBUG \\[.+] o\\.f\\.run\\.Runner: own detail");
    }

    @Test
    void configurationOfTestsTakesPrecedence() {
        assertThat(ServiceLoader.load(Configurator.class))
                .anySatisfy(found -> assertThat(found).isInstanceOf(LogConfigurator.class));
        assertThat(new LogConfigurator().configure(new LoggerContext()))
                .isEqualTo(Configurator.ExecutionStatus.INVOKE_NEXT_IF_ANY);
    }
}
