package dev.tiphys.catalog;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

import dev.tiphys.argo.ArgoException;
import dev.tiphys.argo.hub.Hub;
import dev.tiphys.argo.workflows.WorkflowTemplates;
import dev.tiphys.argo.workflows.WorkflowTemplates.Template;
import dev.tiphys.argo.workflows.Workflows;
import dev.tiphys.web.LiveTopics;

/// Reads the templates of the registered namespaces again and again. What cannot be read keeps what was read last.
@Component
class CatalogCollector implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(CatalogCollector.class);
    private static final String EVERYWHERE = "";

    private final Catalog catalog;
    private final CatalogProperties properties;
    private final WorkflowTemplates templates;
    private final Hub hub;
    private final LiveTopics topics;
    private final Clock clock;
    private @Nullable Thread reader;

    CatalogCollector(Catalog catalog, CatalogProperties properties, Workflows workflows, Hub hub,
            LiveTopics topics, Clock clock) {
        this.catalog = catalog;
        this.properties = properties;
        this.templates = workflows.templates();
        this.hub = hub;
        this.topics = topics;
        this.clock = clock;
    }

    @Override
    public void start() {
        if (!properties.providers().isEmpty()) {
            reader = Thread.ofVirtual().name("catalog").start(this::readOn);
        }
    }

    private void readOn() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                try {
                    read();
                } catch (RuntimeException failure) {
                    log.error("the catalog could not be read", failure);
                }
                Thread.sleep(properties.refresh());
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void read() {
        CatalogSnapshot before = catalog.snapshot();
        List<Item> items = new ArrayList<>();
        List<RefusedTemplate> refused = new ArrayList<>();
        Map<String, String> troubles = new HashMap<>();
        for (Provider provider : properties.providers()) {
            try {
                TemplateReader.Reading reading = TemplateReader.read(provider, templates.list(provider.namespace()),
                        new Sheets(provider.namespace(),
                                hub.listConfigMaps(provider.namespace(), TemplateReader.ITEM)));
                items.addAll(reading.items());
                refused.addAll(reading.refused());
            } catch (ArgoException away) {
                troubles.put(provider.name(), away.getMessage() + ". " + away.hint());
                before.items().stream().filter(item -> item.provider().equals(provider.name())).forEach(items::add);
            }
        }
        boolean elsewhere = addThoseOfNobody(refused);
        CatalogSnapshot now = new CatalogSnapshot(items, refused, troubles, elsewhere,
                troubles.isEmpty() ? clock.instant() : before.asOf());
        boolean changed = !now.items().equals(before.items()) || !now.troubles().equals(before.troubles());
        if (catalog.publish(before, now) && changed) {
            topics.publish("catalog");
        }
    }

    // Who may not look into every namespace does without.
    private boolean addThoseOfNobody(List<RefusedTemplate> refused) {
        List<String> registered = properties.providers().stream().map(Provider::namespace).toList();
        try {
            templates.list(EVERYWHERE).stream().filter(template -> template.labels().containsKey(TemplateReader.ITEM))
                    .filter(template -> !registered.contains(template.namespace())).map(CatalogCollector::ofNobody)
                    .forEach(refused::add);
            return true;
        } catch (ArgoException mayNot) {
            log.debug("{}", mayNot.getMessage());
            return false;
        }
    }

    private static RefusedTemplate ofNobody(Template template) {
        return new RefusedTemplate(template.namespace(), template.name(),
                template.labels().getOrDefault(TemplateReader.ITEM, ""), "The namespace belongs to no provider."
                        + " The platform registers one under tiphys.catalog.providers.");
    }

    @Override
    public void stop() {
        if (reader != null) {
            reader.interrupt();
            reader = null;
        }
    }

    @Override
    public boolean isRunning() {
        return reader != null;
    }
}
