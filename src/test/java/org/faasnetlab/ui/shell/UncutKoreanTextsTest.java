package org.faasnetlab.ui.shell;

import java.util.Locale;

/** The same in Korean. */
class UncutKoreanTextsTest extends UncutTextsTest {
    @Override
    Locale language() {
        return Locale.KOREAN;
    }
}
