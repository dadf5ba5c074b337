package org.faasnetlab.testing.invoke;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.net.URI;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.faasnetlab.invoke.FunctionRef;
import org.faasnetlab.invoke.InvocationEnd;
import org.faasnetlab.invoke.InvocationListener;
import org.faasnetlab.invoke.LambdaInvoker;
import org.faasnetlab.invoke.ResponseMode;
import org.faasnetlab.invoke.SdkLambdaInvoker;
import org.faasnetlab.invoke.ServiceEndpoint;
import org.faasnetlab.protocol.FunctionRecord;
import org.faasnetlab.protocol.FunctionRequest;
import org.faasnetlab.protocol.task.ProbeTask;
import org.slf4j.LoggerFactory;

/** Invokes many functions concurrently in a separate process, and prints the result in one line. */
public final class ManyStreamsMain {
    private ManyStreamsMain() {}

    /** Arguments: the service's URI, the number of functions, the number of records that each sends. */
    public static void main(String[] args) throws InterruptedException {
        ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN);
        int functions = Integer.parseInt(args[1]);
        int half = functions * Integer.parseInt(args[2]) / 2;
        AtomicInteger records = new AtomicInteger();
        AtomicInteger complete = new AtomicInteger();
        CountDownLatch halfWay = new CountDownLatch(half);
        CountDownLatch ended = new CountDownLatch(functions);
        InvocationListener counter = new InvocationListener() {
            @Override
            public void onRecord(FunctionRecord functionRecord) {
                records.incrementAndGet();
                halfWay.countDown();
            }

            @Override
            public void onEnd(InvocationEnd end) {
                if (end instanceof InvocationEnd.Complete) {
                    complete.incrementAndGet();
                } else {
                    System.out.println(end);
                }
                ended.countDown();
            }
        };
        ServiceEndpoint endpoint = new ServiceEndpoint(URI.create(args[0]), "us-east-1", StubLambda.KEYS);
        try (LambdaInvoker invoker = new SdkLambdaInvoker(endpoint, ResponseMode.STREAMED, functions)) {
            for (int functionIndex = 0; functionIndex < functions; functionIndex++) {
                invoker.invoke(
                        new FunctionRef("many", "1"),
                        new FunctionRequest("run", 0, functionIndex, 1_000, 2_000, new ProbeTask()),
                        counter);
            }
            halfWay.await(60, TimeUnit.SECONDS);
            System.gc();
            Runtime memory = Runtime.getRuntime();
            long heapInUse = memory.totalMemory() - memory.freeMemory();
            ended.await(60, TimeUnit.SECONDS);
            System.out.println("complete=" + complete + " records=" + records + " heapMiB=" + (heapInUse >> 20));
        }
    }
}
