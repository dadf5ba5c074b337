package org.faasnetlab.testbed.local;

import java.net.URI;
import java.util.SortedMap;
import java.util.TreeMap;
import org.faasnetlab.invoke.Credentials;
import org.faasnetlab.invoke.FunctionRef;
import org.faasnetlab.invoke.ServiceEndpoint;

/** A Lambda service that remembers what it was told. */
final class FakeFunctions implements FunctionService {
    int stopped;
    int closed;

    @Override
    public ServiceEndpoint endpoint() {
        return new ServiceEndpoint(
                URI.create("http://127.0.0.1:1"), "us-east-1", new Credentials.AccessKeys("id", "secret"));
    }

    @Override
    public FunctionRef function(int memoryMb) {
        return new FunctionRef("function", String.valueOf(memoryMb));
    }

    @Override
    public void stopFunctions() {
        stopped++;
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
