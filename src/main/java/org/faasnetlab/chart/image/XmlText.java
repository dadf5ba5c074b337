package org.faasnetlab.chart.image;

/** Text in XML and HTML. */
public final class XmlText {
    private XmlText() {}

    /** The text without the characters that XML does not have, such as control characters, which cannot be escaped. */
    public static String withoutInvalidCharacters(String text) {
        return text.codePoints().allMatch(XmlText::allowed)
                ? text
                : text.codePoints()
                        .filter(XmlText::allowed)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
    }

    private static boolean allowed(int character) {
        return character == '\t'
                || character == '\n'
                || character == '\r'
                || (character >= 0x20
                        && !(character >= 0xd800 && character <= 0xdfff)
                        && character != 0xfffe
                        && character != 0xffff);
    }
}
