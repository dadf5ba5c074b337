package org.faasnetlab.ui.guide;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.faasnetlab.LabException;
import org.faasnetlab.export.AtomicFileWriter;
import org.faasnetlab.format.Phrase;

/**
 * The user guide that comes with the program, as a page for a browser.
 *
 * @param source the guide in Markdown
 * @param page where the page is written
 */
public record UserGuide(Path source, Path page) {

    /**
     * Writes the page.
     *
     * @return the file, to be opened
     * @throws LabException if the guide is missing, or the page cannot be written
     */
    public Path write() throws LabException {
        String markdown;
        try {
            markdown = Files.readString(source);
        } catch (IOException missing) {
            throw new LabException(
                    LabException.Kind.UNAVAILABLE,
                    Phrase.of("The user guide {0} cannot be read.", source),
                    Phrase.of("Install the program again."),
                    missing);
        }
        byte[] html = new MarkdownPage(markdown).html().getBytes(StandardCharsets.UTF_8);
        try {
            Files.createDirectories(page.toAbsolutePath().getParent());
            AtomicFileWriter.write(page, out -> out.write(html));
        } catch (IOException e) {
            throw new LabException(
                    LabException.Kind.FAILED,
                    Phrase.of("Cannot write the user guide to {0}.", page),
                    Phrase.of("Make the folder writable."),
                    e);
        }
        return page;
    }
}
