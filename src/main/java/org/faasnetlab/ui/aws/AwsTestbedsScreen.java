package org.faasnetlab.ui.aws;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.faasnetlab.format.DurationFormatter;
import org.faasnetlab.format.MoneyFormatter;
import org.faasnetlab.testbed.Testbed;
import org.faasnetlab.testbed.TestbedKind;
import org.faasnetlab.testbed.aws.stack.AwsTestbedSettings;
import org.faasnetlab.testbed.aws.stack.TestbedStack;
import org.faasnetlab.testbed.aws.stack.TestbedState;
import org.faasnetlab.ui.aws.AwsTestbedsViewModel.TestbedRow;
import org.faasnetlab.ui.common.DayFormatter;
import org.faasnetlab.ui.common.Desktop;
import org.faasnetlab.ui.common.Dialogs;
import org.faasnetlab.ui.common.DomainTexts;
import org.faasnetlab.ui.common.Screen;
import org.faasnetlab.ui.common.Texts;
import org.faasnetlab.ui.common.control.Buttons;
import org.faasnetlab.ui.common.control.CardLabels;
import org.faasnetlab.ui.common.control.Notice;
import org.faasnetlab.ui.common.control.PageHeader;
import org.faasnetlab.ui.common.control.Visibility;
import org.faasnetlab.ui.common.session.TestbedStatus;
import org.kordamp.ikonli.feather.Feather;

/** Lists the local testbed and the testbeds of the account, wherever they were created. */
public final class AwsTestbedsScreen implements Screen {
    private final Texts texts = Texts.of(AwsTestbedsScreen.class);
    private final AwsTestbedsViewModel model;
    private final Dialogs dialogs;
    private final Clock clock;
    private final DayFormatter days;
    private final Runnable showJob;
    private final VBox list = new VBox();
    private final VBox view;

    /**
     * @param showJob shows the progress of a creation or deletion
     * @param leave returns to the welcome screen
     */
    public AwsTestbedsScreen(
            AwsTestbedsViewModel model,
            SmokeViewModel smoke,
            Dialogs dialogs,
            Desktop desktop,
            Clock clock,
            Runnable showJob,
            Runnable leave) {
        this.model = model;
        this.dialogs = dialogs;
        this.clock = clock;
        this.days = new DayFormatter(clock);
        this.showJob = showJob;
        Notice problem = Notice.problem();
        model.problem().subscribe(problem::show);
        Notice accountProblem = Notice.problem();
        model.account().status().subscribe(now -> accountProblem.show(now.problem()));
        list.getStyleClass().add("testbed-list");
        model.rows().addListener((ListChangeListener<TestbedRow>) change -> show());
        model.session().subscribe(this::show);
        model.loading().subscribe(this::show);
        ScrollPane scroll = new ScrollPane(list);
        scroll.setFitToWidth(true);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        SmokePane smokePane = new SmokePane(texts, smoke, dialogs, desktop);
        Button smokeButton = smokePane.button();
        smokeButton
                .disableProperty()
                .bind(smoke.busy()
                        .or(Bindings.createBooleanBinding(
                                () -> model.account().known().isEmpty(),
                                model.account().status()))
                        .or(Bindings.createBooleanBinding(
                                () -> model.job().phase().get().isRunning(),
                                model.job().phase())));
        VBox card = new VBox(
                new AccountFields("list", model.account()),
                tools(leave, smokeButton),
                accountProblem,
                problem,
                smokePane,
                scroll);
        card.getStyleClass().add("card-pane");
        VBox.setVgrow(card, Priority.ALWAYS);
        view = new VBox(new PageHeader(texts.get("list.title"), texts.get("list.subtitle")), card);
        view.setId("aws-testbeds");
        view.getStyleClass().add("page");
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public void shown() {
        model.refresh();
    }

    private Node tools(Runnable leave, Button smokeButton) {
        ProgressIndicator turning = new ProgressIndicator();
        turning.getStyleClass().add("small-progress");
        Button progress = Buttons.plain("list-job", texts.get("list.progress"), showJob);
        HBox row = new HBox(
                Buttons.withIcon("list-refresh", texts.get("list.refresh"), Feather.REFRESH_CW, model::refresh),
                Visibility.showWhen(progress, model.job().phase().map(AwsTestbedJob.Phase::isRunning)),
                smokeButton,
                Buttons.plain("list-leave", texts.get("button.leave"), leave),
                Visibility.showWhen(turning, model.loading()));
        row.getStyleClass().add("button-row");
        return row;
    }

    private void show() {
        list.getChildren().setAll(thisComputer());
        model.rows().forEach(row -> list.getChildren().add(item(row)));
        if (model.rows().isEmpty()
                && model.account().known().isPresent()
                && !model.loading().get()) {
            list.getChildren()
                    .add(CardLabels.muted(texts.get(
                            "list.empty", model.account().region().text().get().trim())));
        }
    }

    private Node thisComputer() {
        boolean inUse = model.session().get() instanceof TestbedStatus.Ready ready
                && ready.testbed().kind() == TestbedKind.LOCAL;
        VBox item = item(
                new DomainTexts().text(Testbed.thisComputer(null)),
                inUse
                        ? badge(texts.get("list.inUse"), "success-badge")
                        : badge(texts.get("list.here"), "neutral-badge"));
        item.getChildren().add(CardLabels.muted(texts.get("list.hereAbout")));
        return item;
    }

    private Node item(TestbedRow row) {
        TestbedStack stack = row.stack();
        TestbedState state = stack.state();
        VBox item = item(
                stack.name(),
                inUse(stack)
                        ? badge(texts.get("list.inUse"), "success-badge")
                        : badge(
                                texts.get("state." + state),
                                state == TestbedState.READY ? "accent-badge" : "neutral-badge"));
        item.setId("testbed-" + stack.name());
        item.getChildren().add(CardLabels.muted(facts(row)));
        if (!stack.reason().isEmpty() && state != TestbedState.READY) {
            item.getChildren().add(CardLabels.muted(stack.reason()));
        }
        row.holder()
                .ifPresent(holder -> item.getChildren().add(CardLabels.line(texts.get("list.holder", holder.text()))));
        item.getChildren().add(buttons(row));
        return item;
    }

    private String facts(TestbedRow row) {
        TestbedStack stack = row.stack();
        String age = DurationFormatter.format(Duration.between(stack.createdAt(), clock.instant()));
        String lease = stack.leaseEnd()
                .map(end -> texts.get(
                        end.isAfter(clock.instant()) ? "list.leaseUntil" : "list.leaseOver", days.format(end)))
                .orElse(texts.get("list.leaseUnknown"));
        String cost = row.costSoFar()
                .map(sum -> texts.get("list.soFar", MoneyFormatter.format(sum.dollars())))
                .orElse(texts.get("list.soFarUnknown"));
        String servers = stack.settings()
                .map(settings -> texts.get("list.servers", String.valueOf(settings.servers()), settings.serverType()))
                .orElse("");
        return texts.get("list.facts", stack.region(), servers, age, lease, cost);
    }

    private Node buttons(TestbedRow row) {
        String name = row.stack().name();
        FlowPane buttons = new FlowPane();
        buttons.getStyleClass().add("job-buttons");
        Optional<AwsTestbedSettings> settings = row.stack().settings();
        if (row.stack().state() == TestbedState.READY) {
            add(buttons, Buttons.primary("use-" + name, texts.get("list.use"), () -> model.use(row, false)));
            if (settings.map(AwsTestbedSettings::outsideServers).orElse(0) > 0) {
                add(
                        buttons,
                        Buttons.plain("outside-" + name, texts.get("list.useOutside"), () -> model.use(row, true)));
            }
        } else if (settings.isPresent() && canResume(row.stack().state())) {
            add(buttons, Buttons.plain("continue-" + name, texts.get("list.continue"), () -> {
                model.resume(row);
                showJob.run();
            }));
        }
        if (row.active()
                .filter(active -> active.leaseEnd().isAfter(clock.instant()))
                .isPresent()) {
            String hour = row.active().get().pricePerHour().orElse(texts.get("list.unknownPrice"));
            addConfirmed(
                    buttons,
                    "extend-" + name,
                    "list.extend",
                    List.of(
                            texts.get("extend.title", name),
                            texts.get("extend.text", hour),
                            texts.get("extend.action")),
                    () -> model.extend(row));
        }
        row.holder()
                .ifPresent(holder -> addConfirmed(
                        buttons,
                        "release-" + name,
                        "list.release",
                        List.of(
                                texts.get("release.title", name),
                                texts.get("release.text", holder.text()),
                                texts.get("release.action")),
                        () -> model.release(row)));
        add(
                buttons,
                Buttons.plain(
                        "tear-down-" + name,
                        texts.get("list.tearDown"),
                        () -> dialogs.confirm(
                                texts.get("tearDown.title", name),
                                texts.get("tearDown.text"),
                                texts.get("tearDown.action"),
                                () -> {
                                    model.delete(row);
                                    showJob.run();
                                })));
        return buttons;
    }

    /** @param question title, text and button of the question */
    private void addConfirmed(FlowPane buttons, String id, String label, List<String> question, Runnable action) {
        add(
                buttons,
                Buttons.plain(
                        id,
                        texts.get(label),
                        () -> dialogs.confirm(question.get(0), question.get(1), question.get(2), action)));
    }

    /** During a run its testbed must not be changed, and only one job can run. */
    private void add(FlowPane buttons, Button button) {
        button.disableProperty()
                .bind(model.run()
                        .active()
                        .or(Bindings.createBooleanBinding(
                                () -> model.job().phase().get().isRunning(),
                                model.job().phase())));
        buttons.getChildren().add(button);
    }

    private static boolean canResume(TestbedState state) {
        return state == TestbedState.CREATING
                || state == TestbedState.FUNCTIONS_MISSING
                || state == TestbedState.ADDING_FUNCTIONS;
    }

    private boolean inUse(TestbedStack stack) {
        return model.session().get() instanceof TestbedStatus.Ready ready
                && ready.testbed().kind() == TestbedKind.AWS
                && ready.testbed().name().equals(stack.name());
    }

    private static VBox item(String name, Label badge) {
        Label title = new Label(name);
        title.getStyleClass().add("group-title");
        HBox heading = new HBox(title, badge);
        heading.getStyleClass().add("button-row");
        VBox item = new VBox(heading);
        item.getStyleClass().add("testbed-item");
        return item;
    }

    private static Label badge(String text, String style) {
        Label badge = new Label(text);
        badge.getStyleClass().addAll("badge", style);
        return badge;
    }
}
