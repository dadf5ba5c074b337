package org.faasnetlab.testing.invoke;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.faasnetlab.invoke.InvocationEnd;
import org.faasnetlab.invoke.InvocationListener;
import org.faasnetlab.protocol.FunctionRecord;

/** Records the calls of an invocation and checks the listener's contract. */
public final class RecordingInvocationListener implements InvocationListener {
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

    public List<FunctionRecord> records() {
        return records;
    }

    public List<InvocationEnd> ends() {
        return ends;
    }

    public void awaitRecord() throws InterruptedException {
        assertThat(firstRecord.await(30, TimeUnit.SECONDS)).as("a record came").isTrue();
    }

    public InvocationEnd awaitEnd() throws InterruptedException {
        assertThat(ended.await(30, TimeUnit.SECONDS)).as("the invocation ended").isTrue();
        return ends.get(0);
    }
}
