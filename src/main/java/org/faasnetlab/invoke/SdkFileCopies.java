package org.faasnetlab.invoke;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.profiles.ProfileFileLocation;

/**
 * Directs the SDK's clients to files that they can parse. Each client parses the user's AWS files when it is created, even
 * if it was given other files, and its creation fails if it cannot. If the SDK reads a file differently than
 * {@link AwsConfigFiles}, or not at all, the system property with the location of that file is set to a copy that only the
 * user can read and that is deleted when the program exits. The copy contains no credentials: clients need their Region,
 * endpoints and similar settings from it. All methods are thread-safe.
 */
final class SdkFileCopies {
    /** The names of all properties that may contain a secret, and those of programs that print one. */
    private static final Pattern SECRET = Pattern.compile(
            "\\s*[^=\\s]*(key|secret|token|password|credential_process)[^=]*=.*", Pattern.CASE_INSENSITIVE);

    private static final Redirection CREDENTIALS = new Redirection(
            ProfileFile.Type.CREDENTIALS, "aws.sharedCredentialsFile", ProfileFileLocation::credentialsFilePath);
    private static final Redirection CONFIGURATION = new Redirection(
            ProfileFile.Type.CONFIGURATION, "aws.configFile", ProfileFileLocation::configurationFilePath);

    private SdkFileCopies() {}

    /** The user's file, which need not exist, also while the SDK is directed to a copy. */
    static Path original(ProfileFile.Type type) {
        return of(type).original();
    }

    /**
     * Makes sure that the SDK can parse both files as they are now.
     *
     * @throws UncheckedIOException if a copy is required and cannot be written
     */
    static void update() {
        CREDENTIALS.update();
        CONFIGURATION.update();
    }

    private static Redirection of(ProfileFile.Type type) {
        return type == ProfileFile.Type.CREDENTIALS ? CREDENTIALS : CONFIGURATION;
    }

    /** What the SDK reads instead of a text that it cannot parse as the AWS CLI does; empty if it can. */
    static Optional<String> replacement(String text, ProfileFile.Type type) {
        String normalized = AwsConfigFiles.normalized(text);
        return isReadAlike(text, normalized, type) ? Optional.empty() : Optional.of(withoutSecrets(normalized, type));
    }

    private static boolean isReadAlike(String text, String normalized, ProfileFile.Type type) {
        try {
            return parse(text, type).equals(parse(normalized, type));
        } catch (IllegalArgumentException | IllegalStateException | IndexOutOfBoundsException e) {
            return false;
        }
    }

    /** Empty if the file is invalid, which {@link AwsConfigFiles#read()} reports. */
    private static String withoutSecrets(String normalized, ProfileFile.Type type) {
        StringBuilder result = new StringBuilder(normalized.length());
        boolean secret = false;
        for (String line : normalized.split("\n", -1)) {
            boolean continuation = !line.isEmpty() && Character.isWhitespace(line.charAt(0));
            secret = SECRET.matcher(line).matches() || (secret && continuation);
            if (!secret) {
                result.append(line).append('\n');
            }
        }
        return isReadAlike(result.toString(), result.toString(), type) ? result.toString() : "";
    }

    private static ProfileFile parse(String text, ProfileFile.Type type) {
        return ProfileFile.builder()
                .content(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))
                .type(type)
                .build();
    }

    /** The location of one file. */
    private static final class Redirection {
        private final ProfileFile.Type type;
        private final String property;
        private final Supplier<Path> location;
        private @Nullable Path copy;
        private @Nullable Path original;
        private @Nullable String before;

        Redirection(ProfileFile.Type type, String property, Supplier<Path> location) {
            this.type = type;
            this.property = property;
            this.location = location;
        }

        synchronized Path original() {
            return isRedirected() ? Objects.requireNonNull(original) : location.get();
        }

        private boolean isRedirected() {
            return copy != null && copy.toString().equals(System.getProperty(property));
        }

        synchronized void update() {
            Path file = original();
            Optional<String> replacement = replacement(file);
            if (replacement.isPresent()) {
                if (!isRedirected()) {
                    original = file;
                    before = System.getProperty(property);
                }
                redirect(replacement.get());
            } else if (isRedirected()) {
                if (before == null) {
                    System.clearProperty(property);
                } else {
                    System.setProperty(property, before);
                }
            }
        }

        private Optional<String> replacement(Path file) {
            if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
                return Optional.empty();
            }
            return SdkFileCopies.replacement(AwsConfigFiles.text(file), type);
        }

        private void redirect(String text) {
            try {
                Path target = copy;
                if (target == null || !Files.exists(target)) {
                    // On POSIX systems, only the owner can read a temporary file.
                    target = Files.createTempFile("faasnetlab-aws", null);
                    target.toFile().deleteOnExit();
                    copy = target;
                }
                if (!Files.readString(target).equals(text)) {
                    Files.writeString(target, text);
                }
                System.setProperty(property, target.toString());
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot write a copy of " + original, e);
            }
        }
    }
}
