package org.faasnetlab.invoke;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.profiles.ProfileFile;

/**
 * The user's AWS files, located by the SDK and read as the AWS CLI reads them. The SDK alone rejects files with a byte
 * order mark or indented properties, and ignores sections whose name contains a space.
 */
public final class AwsConfigFiles {

    /** A section whose name the CLI splits as a shell does, for example {@code [sso-session 'MY COMPANY']}. */
    private static final Pattern SPACED = Pattern.compile("\\[\\s*(sso-session)\\s+(['\"])([^'\"]*)\\2\\s*\\].*");

    private static final Pattern SESSION_OF_PROFILE = Pattern.compile("(sso_session\\s*=\\s*)(\\S.*\\s.*\\S)\\s*");

    /** Stands for a space in names, because the SDK allows no space there. */
    private static final String SPACE = "%20";

    private AwsConfigFiles() {}

    /**
     * Reads both files; a missing one is empty.
     *
     * @throws IllegalArgumentException if the SDK cannot parse one of them
     */
    public static ProfileFile read() {
        ProfileFile.Aggregator files = ProfileFile.aggregator();
        for (ProfileFile.Type type : List.of(ProfileFile.Type.CREDENTIALS, ProfileFile.Type.CONFIGURATION)) {
            Path file = location(type);
            if (Files.isRegularFile(file) && Files.isReadable(file)) {
                files.addFile(read(file, type));
            }
        }
        return files.build();
    }

    /** The user's file, which need not exist. */
    public static Path location(ProfileFile.Type type) {
        return SdkFileCopies.original(type);
    }

    /**
     * To be called before a client or a presigner of the SDK is created, or credentials are resolved. Each client reads the
     * user's files by itself, whatever files it is given.
     */
    public static void prepareForSdk() {
        SdkFileCopies.update();
    }

    /**
     * Parses a file of the AWS tools, after a byte order mark and indentation are removed.
     *
     * @throws IllegalArgumentException if the SDK cannot parse the file, with the number of the line
     */
    public static ProfileFile read(Path file, ProfileFile.Type type) {
        return parse(text(file), type);
    }

    /** Malformed bytes become replacement characters, as in comments that another program wrote. */
    static String text(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }

    static ProfileFile parse(String text, ProfileFile.Type type) {
        try {
            return ProfileFile.builder()
                    .content(new ByteArrayInputStream(normalized(text).getBytes(StandardCharsets.UTF_8)))
                    .type(type)
                    .build();
        } catch (IndexOutOfBoundsException e) {
            // The SDK's parser does not expect a section without a name.
            throw new IllegalArgumentException("a section without a name", e);
        }
    }

    /** The name of a section as the user wrote it. */
    static String originalName(String name) {
        return name.replace(SPACE, " ");
    }

    static boolean isRenamed(String name) {
        return name.contains(SPACE);
    }

    /** Keeps the number of lines, which messages name. */
    static String normalized(String text) {
        StringBuilder result = new StringBuilder(text.length());
        Optional<Integer> lastProperty = Optional.empty();
        for (String line : text.replace("\uFEFF", "").split("\\R", -1)) {
            String content = line.strip();
            int indentation = line.indexOf(content);
            if (content.isEmpty() || content.startsWith("#") || content.startsWith(";")) {
                line = content;
            } else if (content.startsWith("[") && indentation == 0) {
                lastProperty = Optional.empty();
                line = withoutSpaces(content);
            } else if (lastProperty.map(last -> indentation <= last).orElse(true)) {
                // Configuration files of the CLI are those of Python's configparser: only a line that is indented more
                // than the property before it continues that property.
                lastProperty = Optional.of(indentation);
                Matcher session = SESSION_OF_PROFILE.matcher(content);
                line = session.matches() ? session.group(1) + session.group(2).replace(" ", SPACE) : content;
            }
            result.append(line).append('\n');
        }
        return result.toString();
    }

    private static String withoutSpaces(String section) {
        Matcher spaced = SPACED.matcher(section);
        return spaced.matches() && spaced.group(3).chars().anyMatch(Character::isWhitespace)
                ? "[" + spaced.group(1) + " " + spaced.group(3).replace(" ", SPACE) + "]"
                : section;
    }
}
