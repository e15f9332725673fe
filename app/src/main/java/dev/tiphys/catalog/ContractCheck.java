package dev.tiphys.catalog;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import dev.tiphys.argo.json.JsonView;
import dev.tiphys.argo.workflows.WorkflowTemplates.Template;
import dev.tiphys.catalog.ContractFinding.Level;

/// Everything that is wrong with what a provider offers, from its templates and sheets alone.
final class ContractCheck {

    private static final Comparator<ContractFinding> ORDER = Comparator.comparing(ContractFinding::level)
            .thenComparing(ContractFinding::item).thenComparing(ContractFinding::place)
            .thenComparing(ContractFinding::what);

    private ContractCheck() {
    }

    static List<ContractFinding> check(Provider provider, List<Template> templates, Sheets sheets) {
        List<Template> ours = templates.stream()
                .filter(template -> template.labels().containsKey(TemplateReader.ITEM)).toList();
        TemplateReader.Reading reading = TemplateReader.read(provider, templates, sheets);
        List<ContractFinding> findings = new ArrayList<>();
        reading.refused().forEach(one -> findings.add(new ContractFinding(Level.ERROR, one.item(), one.name(),
                one.why(), "It is not in the catalog until this is mended.")));
        reading.items().forEach(item -> findings.addAll(ItemContract.check(item, outputs(item, ours))));
        Set<String> secrets = new HashSet<>();
        reading.items().forEach(item -> secrets.addAll(item.sheet().secrets()));
        ours.forEach(template -> findings.addAll(TemplateContract.check(
                template.labels().getOrDefault(TemplateReader.ITEM, ""), template, secrets)));
        return findings.stream().distinct().sorted(ORDER).toList();
    }

    private static Set<String> outputs(Item item, List<Template> templates) {
        Set<String> used = new HashSet<>();
        item.actions().values().forEach(action -> used.add(action.template()));
        Set<String> outputs = new HashSet<>();
        templates.stream().filter(template -> used.contains(template.name()))
                .flatMap(template -> JsonView.parse(template.manifest()).items("spec", "templates"))
                .flatMap(part -> part.items("outputs", "parameters")).map(output -> output.text("globalName"))
                .filter(name -> !name.isEmpty()).forEach(outputs::add);
        return outputs;
    }
}
