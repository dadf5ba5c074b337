package org.faasnetlab.ui.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.faasnetlab.LabException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UserGuideTest {
    @TempDir
    Path folder;

    @Test
    void everyFormOfTheDocumentsIsConverted() {
        String html = new MarkdownPage("""
                        # Guide & more

                        A *first* paragraph with `a < b`,
                        **bold**, <kbd>F1</kbd>, [a link](#two-words), [a site](https://example.org) and
                        [a file](other.md#x). ![picture](x.png)

                        ## Two words

                        - one
                          continued
                        - two

                        1. first

                        As a command:

                            ./run --all | head

                        <script>x</script> is text.

                        | name | value |
                        | --- | --- |
                        | a | `x \\| y` |
                        """).html();

        assertThat(html)
                .contains("<title>Guide &amp; more</title>")
                .contains("<h1 id=\"guide--more\">Guide &amp; more</h1>")
                .contains(
                        "<p>A <em>first</em> paragraph with <code>a &lt; b</code>, <strong>bold</strong>, <kbd>F1</kbd>,")
                .contains(
                        "<a href=\"#two-words\">a link</a>",
                        "<a href=\"https://example.org\">a site</a> and a file. </p>")
                .contains("<h2 id=\"two-words\">")
                .contains("<ul>\n<li>one continued</li>\n<li>two</li>\n</ul>")
                .contains("<ol>\n<li>first</li>\n</ol>")
                .contains("<pre><code>./run --all | head\n</code></pre>")
                .contains("&lt;script&gt;x&lt;/script&gt; is text.")
                .contains("<th>name</th>\n<th>value</th>\n</tr>\n</thead>", "<td>a</td>\n<td><code>x | y</code></td>");
    }

    /** All links within the real guide lead somewhere. */
    @Test
    void theGuideOfTheProgramIsAPageWhoseLinksLeadSomewhere() throws Exception {
        UserGuide guide = new UserGuide(
                Path.of("docs/user-guide.md"), folder.resolve("new").resolve("guide.html"));

        String html = Files.readString(guide.write());

        List<String> anchors = all(html, "href=\"#([^\"]+)\"");
        assertThat(anchors).hasSizeGreaterThan(20);
        assertThat(all(html, "id=\"([^\"]+)\"")).containsAll(anchors);
        assertThat(html).doesNotContain("](", "<p>|", "<p>#");
    }

    @Test
    void missingGuideIsReported() {
        UserGuide guide = new UserGuide(folder.resolve("none.md"), folder.resolve("guide.html"));

        assertThatThrownBy(guide::write).isInstanceOf(LabException.class).hasMessageContaining("none.md");
    }

    private static List<String> all(String text, String pattern) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }
}
