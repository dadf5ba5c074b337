package org.faasnetlab.ui.common.control;

import java.util.function.Function;
import javafx.util.StringConverter;

/** Shows the values of a choice by their names. For choices that are not editable. */
public final class NameConverter<T> extends StringConverter<T> {
    private final Function<T, String> name;

    public NameConverter(Function<T, String> name) {
        this.name = name;
    }

    @Override
    public String toString(T value) {
        return name.apply(value);
    }

    @Override
    public T fromString(String text) {
        throw new UnsupportedOperationException("parsing is not supported");
    }
}
