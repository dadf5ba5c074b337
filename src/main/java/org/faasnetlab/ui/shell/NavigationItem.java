package org.faasnetlab.ui.shell;

import java.util.function.Supplier;
import org.faasnetlab.ui.common.Screen;
import org.faasnetlab.ui.common.ScreenId;
import org.kordamp.ikonli.Ikon;

/**
 * A main screen with its entry in the navigation bar.
 *
 * @param titleKey key of its name in the window's texts
 * @param screen creates the screen when it is first shown
 */
public record NavigationItem(ScreenId id, String titleKey, Ikon icon, Supplier<Screen> screen) {}
