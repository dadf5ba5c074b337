package org.faasnetlab.ui.experiment;

import org.faasnetlab.plan.ExperimentPlan;
import org.faasnetlab.plan.Setting;
import org.faasnetlab.plan.SettingException;
import org.faasnetlab.ui.common.DomainTexts;
import org.faasnetlab.ui.common.control.InputField;

/** A setting and the text that the user typed for it. */
record SettingInput(Setting setting, InputField field) {

    /** Creates a field with the setting's value in the plan. */
    static SettingInput of(Setting setting, ExperimentPlan plan, DomainTexts domain) {
        InputField field = new InputField(label(setting, domain), setting.read(plan), text -> {
            try {
                setting.write(plan, text);
                return null;
            } catch (SettingException e) {
                return domain.text(e.sentence());
            }
        });
        return new SettingInput(setting, field);
    }

    /** Its title with the unit of what is typed. */
    private static String label(Setting setting, DomainTexts domain) {
        String title = domain.title(setting.details());
        return switch (setting.details().quantity()) {
            case SECONDS -> title + ", s";
            case MILLISECONDS -> title + ", ms";
            case MEMORY -> title + ", MB";
            case TEXT, QUEUE, COUNT, SIZE, PERCENT -> title;
        };
    }

    /**
     * The plan with the typed value.
     *
     * @throws SettingException if the field is invalid
     */
    ExperimentPlan writeTo(ExperimentPlan plan) throws SettingException {
        return setting.write(plan, field.text().get());
    }
}
