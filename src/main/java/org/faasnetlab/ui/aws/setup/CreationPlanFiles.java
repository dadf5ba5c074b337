package org.faasnetlab.ui.aws.setup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.faasnetlab.LabException;
import org.faasnetlab.testbed.aws.creation.CreationPlan;
import org.faasnetlab.testbed.aws.stack.TestbedTemplate;

/** Writes a plan to files for the administrator of the account. */
final class CreationPlanFiles {
    static final String TEMPLATE = "faasnetlab-template.yaml";
    static final String POLICY = "faasnetlab-policy.json";
    static final String PLAN = "faasnetlab-plan.txt";

    private CreationPlanFiles() {}

    static Path save(CreationPlan plan, Path folder) throws LabException {
        try {
            Files.writeString(folder.resolve(TEMPLATE), new TestbedTemplate().text());
            Files.writeString(folder.resolve(POLICY), plan.policy());
            Files.writeString(folder.resolve(PLAN), plan.text());
            return folder;
        } catch (IOException e) {
            throw new LabException(
                    LabException.Kind.FAILED,
                    "Cannot write the files to " + folder + ".",
                    "Choose a writable folder.",
                    e);
        }
    }
}
