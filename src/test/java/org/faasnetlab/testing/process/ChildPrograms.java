package org.faasnetlab.testing.process;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.faasnetlab.testbed.local.process.GuardedProcesses;
import org.slf4j.Logger;

/** Small programs that tests start as separate processes. */
public final class ChildPrograms {
    private ChildPrograms() {}

    public static ProcessBuilder java(Class<?> main, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                Stream.of(main, GuardedProcesses.class, Logger.class)
                        .map(ChildPrograms::whereFrom)
                        .distinct()
                        .collect(Collectors.joining(File.pathSeparator)),
                main.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
    }

    private static String whereFrom(Class<?> type) {
        return Path.of(java.net.URI.create(
                        type.getProtectionDomain().getCodeSource().getLocation().toString()))
                .toString();
    }

    /** Prints that it is running and then does nothing, whatever happens to its standard input. */
    public static final class Sleeper {
        public static void main(String[] arguments) throws InterruptedException {
            System.out.println("running");
            Thread.sleep(Long.MAX_VALUE);
        }
    }

    /** Starts a child that does nothing, prints its PID, and then does nothing. */
    public static final class Parent {
        public static void main(String[] arguments) throws Exception {
            System.out.println(java(Sleeper.class).start().pid());
            Thread.sleep(Long.MAX_VALUE);
        }
    }

    /** Simulates the application: starts guarded processes and prints their PIDs, then exits in the requested way. */
    public static final class Application {
        public static void main(String[] arguments) throws Exception {
            GuardedProcesses processes = new GuardedProcesses(Path.of(arguments[1]));
            Process child = processes.start(java(Sleeper.class));
            Process parent = processes.start(java(Parent.class));
            String grandchild = parent.inputReader().readLine();
            System.out.println(child.pid() + " " + parent.pid() + " " + grandchild);
            switch (arguments[0]) {
                case "exit" -> System.exit(0);
                case "close" -> processes.close();
                default -> Thread.sleep(Long.MAX_VALUE);
            }
        }
    }
}
