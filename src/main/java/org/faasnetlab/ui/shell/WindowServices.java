package org.faasnetlab.ui.shell;

import org.faasnetlab.ui.common.BackgroundTasks;
import org.faasnetlab.ui.common.Desktop;
import org.faasnetlab.ui.common.Dialogs;
import org.faasnetlab.ui.common.Navigation;
import org.faasnetlab.ui.common.ThemeManager;
import org.faasnetlab.ui.common.session.CurrentRun;
import org.faasnetlab.ui.common.session.TestbedSession;

/** The services that the window provides to its screens. */
public record WindowServices(
        BackgroundTasks tasks,
        Navigation navigation,
        ThemeManager theme,
        Desktop desktop,
        Dialogs dialogs,
        TestbedSession session,
        CurrentRun run) {}
