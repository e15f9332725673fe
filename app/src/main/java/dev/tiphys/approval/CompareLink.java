package dev.tiphys.approval;

import java.util.Map;
import java.util.Optional;

import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

import dev.tiphys.approval.ApprovalWish.Change;

/// Where the difference between two versions can be read, if that is configured.
@Component
public class CompareLink {

    private final String template;

    CompareLink(ApprovalProperties properties) {
        this.template = properties.compareUrl();
    }

    /// The address for a change of a service.
    public Optional<String> find(String service, Change change) {
        if (template.isEmpty() || service.isEmpty() || change.from().isEmpty() || change.to().isEmpty()
                || change.from().equals(change.to())) {
            return Optional.empty();
        }
        return Optional.of(UriComponentsBuilder.fromUriString(template).encode()
                .buildAndExpand(Map.of("service", service, "from", change.from(), "to", change.to()))
                .toUriString());
    }
}
