package dev.tiphys.catalog;

import java.util.ArrayList;
import java.util.List;

import org.springframework.stereotype.Component;

import dev.tiphys.argo.ArgoException;
import dev.tiphys.argo.hub.Hub;
import dev.tiphys.argo.workflows.WorkflowTemplates;
import dev.tiphys.argo.workflows.WorkflowTemplates.Template;
import dev.tiphys.argo.workflows.Workflows;
import dev.tiphys.catalog.ContractFinding.Level;
import dev.tiphys.identity.Person;
import dev.tiphys.web.Refusal;

/// Tells a provider what is wrong with its templates and sheets as they are in its namespace now, before developers see
/// it. Argo is asked for its own verdict about each.
@Component
public class ProviderChecks {

    private static final int MOST_ASKED = 100;

    private final Catalog catalog;
    private final CatalogRights rights;
    private final WorkflowTemplates templates;
    private final Hub hub;

    ProviderChecks(Catalog catalog, CatalogRights rights, Workflows workflows, Hub hub) {
        this.catalog = catalog;
        this.rights = rights;
        this.templates = workflows.templates();
        this.hub = hub;
    }

    /// The provider, if the person works for it or oversees the catalog; a [Refusal.NotAllowed] otherwise.
    public Provider getOwn(String provider, Person person) {
        rights.requireLook(person);
        if (!rights.worksFor(person, provider) && !rights.oversees(person)) {
            throw new Refusal.NotAllowed(person.username() + " does not work for the provider " + provider + ".");
        }
        return catalog.getProvider(provider);
    }

    /// The worst first.
    public List<ContractFinding> check(String name, Person person) {
        Provider provider = getOwn(name, person);
        try {
            List<Template> all = templates.list(provider.namespace());
            List<ContractFinding> findings = new ArrayList<>(ContractCheck.check(provider, all,
                    new Sheets(provider.namespace(), hub.listConfigMaps(provider.namespace(), TemplateReader.ITEM))));
            all.stream().filter(template -> template.labels().containsKey(TemplateReader.ITEM)).limit(MOST_ASKED)
                    .forEach(template -> findings.addAll(lint(provider, template)));
            return findings;
        } catch (ArgoException away) {
            throw new Refusal.Conflict("The templates of " + name + " cannot be read: " + away.getMessage() + ". "
                    + away.hint());
        }
    }

    private List<ContractFinding> lint(Provider provider, Template template) {
        String item = template.labels().getOrDefault(TemplateReader.ITEM, "");
        try {
            return templates.lint(provider.namespace(), template.manifest()).stream()
                    .map(problem -> new ContractFinding(Level.ERROR, item, template.name(),
                            "Argo refuses it: " + problem,
                            "Mend it until argo template lint accepts it."))
                    .toList();
        } catch (ArgoException.Forbidden mayNot) {
            return List.of();
        }
    }
}
