package dev.tiphys.catalog;

import java.util.Set;
import java.util.stream.Collectors;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import dev.tiphys.argo.ArgoException;
import dev.tiphys.argo.json.JsonView;
import dev.tiphys.argo.workflows.WorkflowTemplates.Template;
import dev.tiphys.argo.workflows.Workflows;

/// Holds a run against the template as it is in the moment before its workflow is created. What somebody approved runs
/// with exactly that template or not at all; what nobody had to approve also runs with one that was mended meanwhile, if
/// it takes the same parameters.
@Component
class RunPins {

    private static final Logger log = LoggerFactory.getLogger(RunPins.class);

    private final Workflows workflows;
    private final LineStore lines;

    RunPins(Workflows workflows, LineStore lines) {
        this.workflows = workflows;
        this.lines = lines;
    }

    /// Why the workflow must not be created; empty when it may be.
    String problem(ActionRun run, Turn turn) {
        Template template;
        try {
            template = workflows.templates().get(run.namespace(), run.template());
        } catch (ArgoException.NotFound gone) {
            return "The provider has taken the template " + run.template() + " away, so nothing was begun. "
                    + again(run);
        }
        String content = Contents.of(template);
        if (content.equals(turn.content())) {
            return "";
        }
        if (turn.approved()) {
            return "The provider has changed the template " + run.template()
                    + " since this was approved, so nothing was begun. " + again(run);
        }
        if (!fits(template, run.inputs().keySet())) {
            return "The template " + run.template() + " takes other values than it did when this was asked for, so"
                    + " nothing was begun. " + again(run);
        }
        log.info("run {} goes on with the template {} as it is now", run.id(), run.template());
        lines.pin(run.id(), content);
        return "";
    }

    private static boolean fits(Template template, Set<String> given) {
        var parameters = JsonView.parse(template.manifest()).items("spec", "arguments", "parameters").toList();
        Set<String> known = parameters.stream().map(one -> one.text("name")).collect(Collectors.toSet());
        return known.containsAll(given) && parameters.stream()
                .filter(one -> !one.at("value").isPresent() && !one.at("default").isPresent())
                .allMatch(one -> given.contains(one.text("name")));
    }

    private static String again(ActionRun run) {
        return run.action().equals(Item.CREATE)
                ? "Order it again: the form shows what is offered now."
                : "Open the form of " + run.action().replace('-', ' ') + " again.";
    }
}
