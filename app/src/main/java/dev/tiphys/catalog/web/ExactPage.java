package dev.tiphys.catalog.web;

import java.util.List;
import java.util.Map;

import tools.jackson.databind.json.JsonMapper;

import dev.tiphys.catalog.ExactOrders.Exact;
import dev.tiphys.catalog.text.ObjectYaml;
import dev.tiphys.web.Status;

/// Exactly what an order or an action makes: the workflow as it is created.
///
/// @param template the name of the template and the beginning of its hash
/// @param href the instance
record ExactPage(String title, Status status, String href, String item, String owner, String requester,
        String template, boolean approved, List<InstancePage.Value> inputs, String workflow, String text) {

    static ExactPage of(Exact exact) {
        String text = ObjectYaml.of(JsonMapper.shared().readTree(exact.manifest()));
        String hash = exact.template().isEmpty() ? "" : " @ " + exact.template().substring(0, 7);
        return new ExactPage(exact.run().action().replace('-', ' ') + " " + exact.instance().name(),
                Words.of(exact.instance().status()), Links.instance(exact.instance().id()),
                exact.instance().provider() + "/" + exact.instance().item() + " " + exact.instance().itemVersion(),
                exact.instance().team(), exact.run().requesterName(), exact.run().template() + hash, exact.approved(),
                exact.run().inputs().entrySet().stream().sorted(Map.Entry.comparingByKey())
                        .map(one -> new InstancePage.Value(one.getKey(), one.getValue(), null)).toList(),
                exact.run().workflow(), text);
    }
}
