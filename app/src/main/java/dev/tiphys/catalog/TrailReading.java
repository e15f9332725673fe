package dev.tiphys.catalog;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import dev.tiphys.argo.json.JsonView;

/// What a workflow says of itself that matters for the run it is part of.
///
/// @param run the id of the run whose own workflow it is; empty for none
/// @param parent the name of the workflow that called it; empty for none
/// @param parentUid of that workflow
/// @param callsOthers whether its templates call child workflows
record TrailReading(Trail trail, String run, String parent, String parentUid, boolean callsOthers) {

    static final String PARENT = "tiphys.dev/parent-workflow";
    static final String PARENT_UID = "tiphys.dev/parent-uid";
    private static final String TASK = "tiphys.dev/parent-task";
    private static final List<String> STEPS = List.of("Pod", "Suspend", "HTTP", "Plugin");
    private static final Pattern ATTEMPT = Pattern.compile("(.*)\\((\\d{1,4})\\)");
    private static final int MOST_STEPS = 200;
    private static final int LONGEST = 500;

    static TrailReading of(String json, Instant now) {
        JsonView workflow = JsonView.parse(json);
        JsonView meta = workflow.at("metadata");
        Map<String, String> labels = meta.map("labels");
        Trail trail = new Trail(meta.text("namespace"), meta.text("name"), labels.getOrDefault(TASK, ""),
                meta.text("uid"), workflow.text("status", "phase"), isStopped(workflow),
                shortened(workflow.text("status", "message")), steps(workflow, meta.text("name")), now);
        return new TrailReading(trail, labels.getOrDefault(RunManifest.RUN, ""), labels.getOrDefault(PARENT, ""),
                labels.getOrDefault(PARENT_UID, ""), json.contains(PARENT));
    }

    // A stop that came after the end has ended nothing.
    private static boolean isStopped(JsonView workflow) {
        return workflow.text("status", "finishedAt").isEmpty()
                ? !workflow.text("spec", "shutdown").isEmpty()
                : workflow.text("status", "message").startsWith("Stopped with strategy");
    }

    private static List<TrailStep> steps(JsonView workflow, String name) {
        List<TrailStep> steps = new ArrayList<>();
        workflow.at("status", "nodes").node().properties().stream().map(entry -> new JsonView(entry.getValue()))
                .filter(node -> STEPS.contains(node.text("type"))).limit(MOST_STEPS)
                .forEach(node -> steps.add(step(node, name)));
        steps.sort(Comparator.comparing((TrailStep step) -> moment(step.startedAt()))
                .thenComparing(step -> moment(step.finishedAt())).thenComparing(TrailStep::name));
        return steps;
    }

    private static Instant moment(@Nullable Instant moment) {
        return moment == null ? Instant.MAX : moment;
    }

    private static TrailStep step(JsonView node, String workflow) {
        String shown = shown(node, workflow);
        Matcher attempt = ATTEMPT.matcher(shown);
        boolean again = node.flag("nodeFlag", "retried") && attempt.matches();
        String reason = node.items("outputs", "parameters").filter(one -> one.text("name").equals("reason"))
                .map(one -> one.text("value")).findFirst().orElse("");
        return new TrailStep(node.text("id"), again ? attempt.group(1) : shown,
                again ? Integer.parseInt(attempt.group(2)) + 1 : 1, node.text("phase"),
                shortened(node.text("message")), shortened(reason), node.text("outputs", "exitCode"),
                pod(node, workflow), node.text("name").startsWith(workflow + ".onExit"), node.instant("startedAt"),
                node.instant("finishedAt"));
    }

    // The only step of a workflow is called as the workflow; its template says more.
    private static String shown(JsonView node, String workflow) {
        String shown = node.text("displayName");
        return shown.equals(workflow) || shown.startsWith(workflow + "(")
                ? template(node) + shown.substring(workflow.length())
                : shown;
    }

    private static String template(JsonView node) {
        return node.text("templateName").isEmpty()
                ? node.text("templateRef", "template")
                : node.text("templateName");
    }

    // As Argo names pods: the workflow, the template, and the number at the end of the node's id.
    private static String pod(JsonView node, String workflow) {
        if (!node.text("type").equals("Pod")) {
            return "";
        }
        String id = node.text("id");
        return id.equals(workflow) ? id : workflow + "-" + template(node) + id.substring(id.lastIndexOf('-'));
    }

    private static String shortened(String text) {
        String clean = text.replace("\u0000", "");
        return clean.length() <= LONGEST ? clean : clean.substring(0, LONGEST) + " …";
    }
}
