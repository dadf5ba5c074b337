package org.faasnetlab.testing.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Mutates valid inputs: flips, replaces, removes, repeats and inserts bytes, puts extreme numbers and separators in their
 * place, and joins parts of two inputs. The same seed gives the same inputs.
 */
final class ByteMutator {
    private static final int MAX_BYTES = 8 * 1024;
    private static final int MAX_STEPS = 6;
    private static final List<String> TOKENS = List.of(
            "-1",
            "0",
            "9223372036854775807",
            "-9223372036854775808",
            "99999999999999999999",
            "1e308",
            "1e999",
            "-1e999",
            "NaN",
            "Infinity",
            "null",
            "true",
            "{}",
            "[]",
            "\"\"",
            "\"",
            "\\u0000",
            "\u0000",
            "\n",
            "\r\n",
            " ",
            ":",
            ",",
            "{",
            "}",
            "[",
            "]",
            "%s",
            "../",
            "&a *a",
            "!!java.net.URL",
            "\u001b[2J",
            "\u202e",
            "\uD83D\uDE00",
            "x".repeat(300),
            "*a".repeat(40),
            " ".repeat(3000));

    private final SplittableRandom random;
    private final List<byte[]> seeds;

    ByteMutator(long seed, List<byte[]> seeds) {
        this.random = new SplittableRandom(seed);
        this.seeds = seeds;
    }

    byte[] next() {
        byte[] input = any().clone();
        int steps = 1 + random.nextInt(MAX_STEPS);
        for (int i = 0; i < steps; i++) {
            input = mutate(input);
        }
        return input.length > MAX_BYTES ? Arrays.copyOf(input, MAX_BYTES) : input;
    }

    private byte[] any() {
        return seeds.get(random.nextInt(seeds.size()));
    }

    private byte[] mutate(byte[] input) {
        int at = random.nextInt(input.length + 1);
        int end = Math.min(input.length, at + 1 + random.nextInt(16));
        return switch (random.nextInt(8)) {
            case 0 -> flipped(input);
            case 1 -> joined(input, at, new byte[] {(byte) random.nextInt(256)}, Math.min(input.length, at + 1));
            case 2 -> joined(input, at, new byte[0], end);
            case 3 -> joined(input, at, Arrays.copyOfRange(input, at, end), at);
            case 4 -> joined(input, at, token(), at);
            case 5 -> number(input, at);
            case 6 -> spliced(input, at);
            default -> Arrays.copyOf(input, at);
        };
    }

    private byte[] flipped(byte[] input) {
        if (input.length == 0) {
            return input;
        }
        byte[] changed = input.clone();
        changed[random.nextInt(input.length)] ^= (byte) (1 << random.nextInt(8));
        return changed;
    }

    private byte[] token() {
        return TOKENS.get(random.nextInt(TOKENS.size())).getBytes(StandardCharsets.UTF_8);
    }

    /** Replaces the next digits. */
    private byte[] number(byte[] input, int from) {
        int start = from;
        while (start < input.length && !Character.isDigit(input[start])) {
            start++;
        }
        int end = start;
        while (end < input.length && Character.isDigit(input[end])) {
            end++;
        }
        return joined(input, start, token(), end);
    }

    private byte[] spliced(byte[] input, int at) {
        byte[] other = any();
        byte[] tail = Arrays.copyOfRange(other, random.nextInt(other.length + 1), other.length);
        return joined(input, at, tail, input.length);
    }

    /** What is before {@code at}, the middle, and what is after {@code end}. */
    private static byte[] joined(byte[] input, int at, byte[] middle, int end) {
        byte[] result = new byte[at + middle.length + input.length - end];
        System.arraycopy(input, 0, result, 0, at);
        System.arraycopy(middle, 0, result, at, middle.length);
        System.arraycopy(input, end, result, at + middle.length, input.length - end);
        return result;
    }
}
