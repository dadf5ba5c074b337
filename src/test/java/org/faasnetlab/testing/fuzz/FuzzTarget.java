package org.faasnetlab.testing.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/**
 * A reader of bytes from elsewhere.
 *
 * @param seeds valid inputs
 * @param refusals the exceptions with which it may refuse an input; any other is a defect
 * @param share part of the inputs of other targets that this one gets, because it is slow
 */
public record FuzzTarget(
        String name, List<byte[]> seeds, Set<Class<? extends Throwable>> refusals, double share, Reader reader) {

    /** Reads an input, whatever it is. */
    @FunctionalInterface
    public interface Reader {
        void read(byte[] input) throws Exception;
    }

    /** A reader of text. */
    @FunctionalInterface
    public interface TextReader {
        void read(String input) throws Exception;
    }

    public static FuzzTarget ofText(
            String name, List<String> seeds, Set<Class<? extends Throwable>> refusals, TextReader reader) {
        return new FuzzTarget(
                name,
                seeds.stream()
                        .map(text -> text.getBytes(StandardCharsets.UTF_8))
                        .toList(),
                refusals,
                1,
                input -> reader.read(new String(input, StandardCharsets.UTF_8)));
    }

    public FuzzTarget withShare(double part) {
        return new FuzzTarget(name, seeds, refusals, part, reader);
    }
}
