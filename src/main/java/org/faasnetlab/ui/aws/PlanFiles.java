package org.faasnetlab.ui.aws;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.faasnetlab.testbed.aws.AwsPlan;
import org.faasnetlab.testbed.aws.TestbedTemplate;

/** Keeps a plan as files, to be given to whoever administers the account. */
final class PlanFiles {
    static final String TEMPLATE = "faasnetlab-template.yaml";
    static final String POLICY = "faasnetlab-policy.json";
    static final String PLAN = "faasnetlab-plan.txt";

    private PlanFiles() {}

    static Path save(AwsPlan plan, Path folder) throws FilesNotSavedException {
        try {
            Files.writeString(folder.resolve(TEMPLATE), new TestbedTemplate().text());
            Files.writeString(folder.resolve(POLICY), plan.policy());
            Files.writeString(folder.resolve(PLAN), plan.text());
            return folder;
        } catch (IOException notWritten) {
            throw new FilesNotSavedException(folder, notWritten);
        }
    }
}
