package dev.tiphys.catalog;

import java.util.Optional;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Knows where the people can be asked whose automation has failed: of a composite item that may be another provider.
@Component
class HelpChannels {

    private final Catalog catalog;
    private final ObjectProvider<HelpLine> line;

    HelpChannels(Catalog catalog, ObjectProvider<HelpLine> line) {
        this.catalog = catalog;
        this.line = line;
    }

    /// Empty when they cannot be reached.
    String of(Instance instance, Optional<RunFailure> failure) {
        Optional<Provider> theirs = failure.flatMap(one -> catalog.providers().stream()
                .filter(provider -> provider.namespace().equals(one.namespace())).findFirst());
        String channel = theirs.filter(provider -> !provider.name().equals(instance.provider()))
                .map(Provider::contact).orElseGet(() -> own(instance));
        return line.stream().anyMatch(one -> one.reaches(channel)) ? channel : "";
    }

    private String own(Instance instance) {
        String channel = catalog.snapshot().find(instance.provider(), instance.item(), instance.itemVersion())
                .map(item -> item.sheet().support().channel()).orElse("");
        return channel.isEmpty()
                ? catalog.findProvider(instance.provider()).map(Provider::contact).orElse("")
                : channel;
    }
}
