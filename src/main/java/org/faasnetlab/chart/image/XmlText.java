package org.faasnetlab.chart.image;

/** Text in XML and HTML. */
public final class XmlText {
    private XmlText() {}

    /** The text without the characters that XML does not have, such as control characters, which cannot be escaped. */
    public static String withoutForbidden(String text) {
        return text.codePoints().allMatch(XmlText::allowed)
                ? text
                : text.codePoints()
                        .filter(XmlText::allowed)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
    }

    private static boolean allowed(int one) {
        return one == '\t'
                || one == '\n'
                || one == '\r'
                || one >= 0x20 && !(one >= 0xd800 && one <= 0xdfff) && one != 0xfffe && one != 0xffff;
    }
}
