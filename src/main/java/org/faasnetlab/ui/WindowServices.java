package org.faasnetlab.ui;

import org.faasnetlab.ui.common.BackgroundTasks;
import org.faasnetlab.ui.common.CurrentRun;
import org.faasnetlab.ui.common.Desktop;
import org.faasnetlab.ui.common.Dialogs;
import org.faasnetlab.ui.common.Navigation;
import org.faasnetlab.ui.common.TestbedSession;
import org.faasnetlab.ui.common.ThemeManager;

/** What the window gives to its screens. */
public record WindowServices(
        BackgroundTasks tasks,
        Navigation navigation,
        ThemeManager theme,
        Desktop desktop,
        Dialogs dialogs,
        TestbedSession session,
        CurrentRun run) {}
