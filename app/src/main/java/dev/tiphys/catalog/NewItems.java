package dev.tiphys.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.node.ObjectNode;

import dev.tiphys.argo.ArgoException;
import dev.tiphys.argo.json.JsonView;
import dev.tiphys.argo.workflows.WorkflowTemplates;
import dev.tiphys.argo.workflows.WorkflowTemplates.Template;
import dev.tiphys.argo.workflows.Workflows;
import dev.tiphys.catalog.text.ObjectYaml;
import dev.tiphys.identity.ActionTaken;
import dev.tiphys.identity.Person;
import dev.tiphys.web.Refusal;

/// Makes an item of a script or job that a provider has already: the WorkflowTemplates to commit, or to apply through
/// the Argo Server.
@Component
public class NewItems {

    private final ProviderChecks checks;
    private final WorkflowTemplates templates;
    private final CatalogNews news;
    private final TransactionTemplate transaction;

    NewItems(ProviderChecks checks, Workflows workflows, CatalogNews news, PlatformTransactionManager transactions) {
        this.checks = checks;
        this.templates = workflows.templates();
        this.news = news;
        this.transaction = new TransactionTemplate(transactions);
    }

    /// @param yaml all templates in one file
    /// @param findings what the check says of them
    public record Written(String yaml, List<ContractFinding> findings) {

        public Written {
            findings = List.copyOf(findings);
        }
    }

    /// Refuses with 403 whoever does not work for the provider, 422 with a message for each field.
    public Written write(String provider, NewItemWish wish, Person person) {
        Provider own = checks.getOwn(provider, person);
        List<ObjectNode> written = ItemWriter.write(own, sound(wish));
        return new Written(ObjectYaml.of(written), ContractCheck.check(own,
                written.stream().map(NewItems::template).toList(), new Sheets(own.namespace(), List.of())));
    }

    private static NewItemWish sound(NewItemWish wish) {
        Map<String, String> problems = wish.problems();
        if (!problems.isEmpty()) {
            throw new Refusal.Invalid(problems);
        }
        return wish;
    }

    private static Template template(ObjectNode object) {
        JsonView json = new JsonView(object);
        return new Template(json.text("metadata", "namespace"), json.text("metadata", "name"),
                json.map("metadata", "labels"), json.map("metadata", "annotations"), json.text("spec", "entrypoint"),
                Map.of(), JsonView.write(object));
    }

    /// Creates the templates in the provider's namespace, as a draft. What exists by one of the names is left alone.
    public void apply(String provider, NewItemWish wish, Person person) {
        Provider own = checks.getOwn(provider, person);
        List<ObjectNode> written = ItemWriter.write(own, sound(wish));
        transaction.executeWithoutResult(status -> news.record(
                ActionTaken.by(person, "catalog.item-made", "item", provider + "/" + wish.item())
                        .change(null, wish.kind()),
                provider, null));
        List<String> made = new ArrayList<>();
        for (ObjectNode one : written) {
            String name = new JsonView(one).text("metadata", "name");
            try {
                templates.create(own.namespace(), JsonView.write(one));
                made.add(name);
            } catch (ArgoException refused) {
                throw new Refusal.Conflict(why(own, name, refused)
                        + (made.isEmpty() ? "" : " Made already: " + String.join(", ", made) + "."));
            }
        }
    }

    private static String why(Provider own, String name, ArgoException refused) {
        return switch (refused) {
            case ArgoException.Conflict exists ->
                "There is a template " + name + " already. Choose another name for the"
                        + " item, or take the files and mend it yourself.";
            case ArgoException.Forbidden mayNot -> "The portal may not create WorkflowTemplates in " + own.namespace()
                    + ". Take the files, and apply or commit them yourself.";
            default -> "The template " + name + " could not be made: " + refused.getMessage() + ". " + refused.hint();
        };
    }
}
