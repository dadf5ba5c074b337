package org.faasnetlab.app;

import java.nio.file.Path;
import java.time.Clock;
import org.faasnetlab.LabException;
import org.faasnetlab.testbed.BusyMeter;
import org.faasnetlab.testbed.Testbed;
import org.faasnetlab.testbed.local.Installation;
import org.faasnetlab.testbed.local.LocalTestbed;
import org.faasnetlab.testbed.local.LocalTestbedSettings;
import org.faasnetlab.testbed.local.lambda.ClassDataArchive;
import org.faasnetlab.testbed.local.lambda.FunctionInstaller;
import org.faasnetlab.testbed.local.lambda.FunctionProgram;
import org.faasnetlab.testbed.local.lambda.LocalLambdaService;
import org.faasnetlab.testbed.local.process.GuardedProcesses;

/** Starts testbeds on this computer, and terminates their remaining processes when it is closed. */
final class LocalTestbedFactory implements AutoCloseable {
    private final Installation installation;
    private final Path cache;
    private final Clock clock;
    private final BusyMeter busyMeter;
    private final GuardedProcesses processes;

    /**
     * @param cache folder of the unpacked function and of the lists of running processes, reused by later starts
     * @param busyMeter measures how busy this computer is
     */
    LocalTestbedFactory(Installation installation, Path cache, Clock clock, BusyMeter busyMeter) {
        this.installation = installation;
        this.cache = cache;
        this.clock = clock;
        this.busyMeter = busyMeter;
        this.processes = new GuardedProcesses(cache.resolve("processes"));
    }

    /** Kills processes of testbeds whose program was killed together with its guardian. */
    void killLeftovers() {
        processes.killLeftovers();
    }

    /** @throws LabException if the function cannot be unpacked or started */
    Testbed start(LocalTestbedSettings settings) throws LabException, InterruptedException {
        FunctionProgram function =
                new FunctionInstaller(cache, new ClassDataArchive(processes, clock)).install(installation);
        LocalLambdaService functions = new LocalLambdaService(function, settings, processes, clock);
        return new LocalTestbed(settings, installation, functions, processes, busyMeter);
    }

    @Override
    public void close() {
        processes.close();
    }
}
