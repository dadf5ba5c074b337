package org.faasnetlab.testing.local;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * A measuring test that mostly waits, because its links carry a small part of what a small computer can. Such tests of a
 * class run at the same time. A test of the class that needs the whole computer locks {@link #CORES}.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock(value = LightTraffic.CORES, mode = ResourceAccessMode.READ)
public @interface LightTraffic {
    String CORES = "cores";
}
