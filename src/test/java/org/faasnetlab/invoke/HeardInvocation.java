package org.faasnetlab.invoke;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.faasnetlab.protocol.FunctionRecord;

/** Remembers what an invocation said, and that it kept to the listener's contract. */
final class HeardInvocation implements InvocationListener {
    private final List<FunctionRecord> records = new CopyOnWriteArrayList<>();
    private final List<InvocationEnd> ends = new CopyOnWriteArrayList<>();
    private final CountDownLatch firstRecord = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);

    @Override
    public void onRecord(FunctionRecord functionRecord) {
        assertThat(ends).as("nothing comes after the end").isEmpty();
        records.add(functionRecord);
        firstRecord.countDown();
    }

    @Override
    public void onEnd(InvocationEnd end) {
        ends.add(end);
        ended.countDown();
    }

    List<FunctionRecord> records() {
        return records;
    }

    List<InvocationEnd> ends() {
        return ends;
    }

    void awaitRecord() throws InterruptedException {
        assertThat(firstRecord.await(30, TimeUnit.SECONDS)).as("a record came").isTrue();
    }

    InvocationEnd awaitEnd() throws InterruptedException {
        assertThat(ended.await(30, TimeUnit.SECONDS)).as("the invocation ended").isTrue();
        return ends.get(0);
    }
}
