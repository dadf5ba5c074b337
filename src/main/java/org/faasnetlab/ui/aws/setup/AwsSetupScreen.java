package org.faasnetlab.ui.aws.setup;

import java.util.EnumMap;
import java.util.Map;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import org.faasnetlab.ui.aws.AwsTestbedJob;
import org.faasnetlab.ui.aws.JobButtons;
import org.faasnetlab.ui.aws.JobView;
import org.faasnetlab.ui.common.Desktop;
import org.faasnetlab.ui.common.Dialogs;
import org.faasnetlab.ui.common.Screen;
import org.faasnetlab.ui.common.Texts;
import org.faasnetlab.ui.wizard.WizardView;

/** The wizard that creates a testbed on AWS. */
public final class AwsSetupScreen implements Screen {
    private final AwsSetupViewModel model;
    private final WizardView<AwsSetupStep> view;

    /**
     * @param runActive whether an experiment runs
     * @param leave returns to the welcome screen
     * @param use opens the created testbed and shows the experiment
     */
    public AwsSetupScreen(
            AwsSetupViewModel model,
            AwsTestbedJob job,
            ObservableValue<Boolean> runActive,
            Desktop desktop,
            Dialogs dialogs,
            Runnable leave,
            Runnable use) {
        this.model = model;
        Texts texts = Texts.of(AwsSetupScreen.class);
        AwsSetupPages choices = new AwsSetupPages(texts, model);
        Map<AwsSetupStep, Node> pages = new EnumMap<>(AwsSetupStep.class);
        pages.put(AwsSetupStep.ACCOUNT, new AwsAccountPage(texts, model.account()).view(model));
        pages.put(AwsSetupStep.NETWORK, choices.network());
        pages.put(AwsSetupStep.SERVERS, choices.servers());
        pages.put(AwsSetupStep.FUNCTIONS, choices.functions());
        pages.put(AwsSetupStep.STORAGE, choices.storage());
        pages.put(AwsSetupStep.REVIEW, new AwsReviewPage(texts, model, desktop, dialogs).view());
        AwsTopologyPane picture = new AwsTopologyPane();
        model.topology().subscribe(picture::show);
        WizardView.Labels<AwsSetupStep> labels = new WizardView.Labels<>(
                texts.get("title"),
                texts.get("subtitle"),
                step -> texts.get("step." + step),
                texts.get("button.create"),
                texts.get("button.leave"));
        view = new WizardView<>("aws", labels, model, pages, picture, leave);
        view.addFooterLine("aws-cost", model.cost());
        JobView creation = new JobView(job, new JobButtons(job, runActive, dialogs, use, leave), desktop);
        model.step().subscribe(step -> {
            if (step == AwsSetupStep.CREATE) {
                view.show(creation);
            }
        });
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public void shown() {
        model.open();
    }
}
