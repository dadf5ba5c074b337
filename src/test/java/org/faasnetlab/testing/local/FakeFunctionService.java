package org.faasnetlab.testing.local;

import java.net.URI;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.faasnetlab.invoke.CredentialsSource;
import org.faasnetlab.invoke.FunctionRef;
import org.faasnetlab.invoke.ServiceEndpoint;
import org.faasnetlab.testbed.StartSignal;
import org.faasnetlab.testbed.local.FunctionService;

/** A Lambda service that records the calls. */
public final class FakeFunctionService implements FunctionService {
    public int stopped;
    public int closed;
    public List<String> network = List.of();

    @Override
    public ServiceEndpoint endpoint() {
        return new ServiceEndpoint(
                URI.create("http://127.0.0.1:1"), "us-east-1", new CredentialsSource.AccessKeys("id", "secret"));
    }

    @Override
    public FunctionRef function(int memoryMb) {
        return new FunctionRef("function", String.valueOf(memoryMb));
    }

    @Override
    public List<String> command() {
        return List.of("java", "org.faasnetlab.function.FunctionMain");
    }

    @Override
    public void enterNetwork(List<String> entry) {
        network = List.copyOf(entry);
    }

    @Override
    public void stopFunctions() {
        stopped++;
    }

    @Override
    public StartSignal startSignal(String run, int trial) {
        throw new UnsupportedOperationException("no functions");
    }

    @Override
    public SortedMap<String, String> environment() {
        return new TreeMap<>(java.util.Map.of("function.java", "17"));
    }

    @Override
    public void close() {
        closed++;
    }
}
