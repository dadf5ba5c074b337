package org.faasnetlab.ui.common;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** An object that is created when it is first needed. Used on the window's thread. */
public final class Lazy<T> implements Supplier<T> {
    private final Supplier<? extends T> creation;
    private @Nullable T value;

    public Lazy(Supplier<? extends T> creation) {
        this.creation = creation;
    }

    @Override
    public T get() {
        T present = value;
        if (present == null) {
            present = creation.get();
            value = present;
        }
        return present;
    }
}
