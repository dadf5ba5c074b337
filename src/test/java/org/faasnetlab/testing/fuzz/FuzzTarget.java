package org.faasnetlab.testing.fuzz;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * A reader of bytes from elsewhere.
 *
 * @param seeds valid inputs
 * @param refusals the exceptions with which it may refuse an input; any other is a defect
 * @param share part of the inputs of other targets that this one gets, because it is slow
 * @param covered the classes of the program that take these bytes from a file, a socket, a process or a response, and those
 *     that parse them
 */
public record FuzzTarget(
        String name,
        List<byte[]> seeds,
        Set<Class<? extends Throwable>> refusals,
        double share,
        Reader reader,
        Set<Class<?>> covered) {
    public FuzzTarget {
        seeds = List.copyOf(seeds);
        refusals = Set.copyOf(refusals);
        covered = Set.copyOf(covered);
    }

    public FuzzTarget(
            String name, List<byte[]> seeds, Set<Class<? extends Throwable>> refusals, double share, Reader reader) {
        this(name, seeds, refusals, share, reader, Set.of());
    }

    /** Reads an input, whatever it is. */
    @FunctionalInterface
    public interface Reader {
        void read(byte[] input) throws Exception;
    }

    /** A reader of a file. */
    @FunctionalInterface
    public interface FileReader {
        void read(Path input) throws Exception;
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

    /** A reader that opens a file itself, under a name that it requires. */
    public static FuzzTarget ofFile(
            String name,
            String fileName,
            List<byte[]> seeds,
            Set<Class<? extends Throwable>> refusals,
            FileReader reader) {
        return new FuzzTarget(name, seeds, refusals, 1, input -> {
            Path folder = Files.createTempDirectory("fuzz");
            Path file = folder.resolve(fileName);
            try {
                reader.read(Files.write(file, input));
            } finally {
                Files.deleteIfExists(file);
                Files.delete(folder);
            }
        });
    }

    public FuzzTarget withShare(double part) {
        return new FuzzTarget(name, seeds, refusals, part, reader, covered);
    }

    /** The same target, which covers these classes; {@code ForeignBytesTest} requires a target for each class that reads. */
    public FuzzTarget covers(Class<?>... classes) {
        return new FuzzTarget(name, seeds, refusals, share, reader, Set.of(classes));
    }

    /** As tests name it. */
    @Override
    public String toString() {
        return name;
    }
}
