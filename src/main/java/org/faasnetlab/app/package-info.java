/** Launcher and composition root: everything is wired here. */
@NullMarked
package org.faasnetlab.app;

import org.jspecify.annotations.NullMarked;
