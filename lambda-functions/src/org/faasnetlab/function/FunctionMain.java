package org.faasnetlab.function;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import org.faasnetlab.function.capacity.CapacityJobType;
import org.faasnetlab.function.iperf3.Iperf3JobType;
import org.faasnetlab.function.iperf3.UdpJobType;
import org.faasnetlab.function.latency.LatencyJob;
import org.faasnetlab.function.runtime.FunctionError;
import org.faasnetlab.function.runtime.RuntimeApiClient;
import org.faasnetlab.function.runtime.RuntimeEvent;
import org.faasnetlab.function.s3.S3Job;
import org.faasnetlab.function.task.ChildProcesses;
import org.faasnetlab.function.task.FunctionLog;
import org.faasnetlab.function.task.JobType;
import org.faasnetlab.function.task.TimeSource;

/**
 * Main class of the function: polls the Runtime API for events and answers each one. Between exec and the first poll it
 * loads as few classes as possible, because hundreds of these processes may start concurrently.
 */
public final class FunctionMain {
    private FunctionMain() {}

    /** Runs until the service or the parent process terminates it. */
    public static void main(String[] args) throws InterruptedException {
        FunctionEnvironment environment = FunctionEnvironment.of(System.getenv());
        ChildProcesses children = new ChildProcesses();
        Runtime.getRuntime().addShutdownHook(new Thread(children::end, "end-of-children"));
        if (environment.livesByStdin()) {
            exitWithParent(System.in);
        }
        if (environment.runtimeApi() == null) {
            FunctionLog.line("AWS_LAMBDA_RUNTIME_API is not set: this program must be started by a Lambda service.");
            System.exit(2);
            return;
        }
        try {
            serve(RuntimeApiClient.at(environment.runtimeApi(), environment.runtimeSocket()), environment, children);
        } catch (IOException e) {
            FunctionLog.line("the Runtime API is not reachable: " + e.getMessage());
            System.exit(1);
        } catch (RuntimeException | Error e) {
            FunctionLog.unexpected(e);
            System.exit(1);
        }
    }

    /**
     * Exits when the parent does. The parent holds the other end of standard input; the system closes it however the
     * parent ends, {@code kill -9} included.
     */
    private static void exitWithParent(InputStream lifeline) {
        Thread thread = new Thread(
                () -> {
                    try {
                        lifeline.transferTo(OutputStream.nullOutputStream());
                    } catch (IOException e) {
                        FunctionLog.line("lifeline: " + e.getMessage());
                    }
                    System.exit(0);
                },
                "lifeline");
        thread.setDaemon(true);
        thread.start();
    }

    private static void serve(RuntimeApiClient api, FunctionEnvironment environment, ChildProcesses children)
            throws IOException, InterruptedException {
        InvocationHandler handler = handler(api, environment, children);
        while (true) {
            RuntimeEvent event = api.next();
            handler.handle(event, api.respond(event.requestId()));
        }
    }

    private static InvocationHandler handler(
            RuntimeApiClient api, FunctionEnvironment environment, ChildProcesses children) throws IOException {
        try {
            return new InvocationHandler(
                    new Sandbox(environment),
                    new JobTypes(workloads(environment, children)),
                    TimeSource.system(),
                    api::awaitStart,
                    environment.probeKey());
        } catch (RuntimeException | Error e) {
            api.initError(FunctionError.of(e));
            throw e;
        }
    }

    /** The types of tasks of the workloads: the function's counterpart of the application's list of workloads. */
    static List<JobType<?>> workloads(FunctionEnvironment environment, ChildProcesses children) {
        Iperf3JobType iperf3 =
                new Iperf3JobType(environment.iperf3(), environment.iperf3Prefix(), environment.temporary(), children);
        UdpJobType udp = new UdpJobType(iperf3);
        return List.of(iperf3, udp, new CapacityJobType(udp, iperf3), S3Job.DOWNLOADS, S3Job.UPLOADS, LatencyJob.TYPE);
    }
}
