package dev.tiphys.catalog;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import dev.tiphys.argo.ArgoException;
import dev.tiphys.argo.hub.Hub;
import dev.tiphys.identity.Person;
import dev.tiphys.web.Refusal;

/// Writes what people fill into secret fields as Secrets into the provider's namespace. Parameter, record and pages
/// hold the Secret's name; the value is nowhere in the portal.
@Component
class SecretInputs {

    private static final Logger log = LoggerFactory.getLogger(SecretInputs.class);
    private static final Duration UNUSED = Duration.ofHours(6);

    private final Hub hub;
    private final SecretBook book;
    private final Clock clock;

    SecretInputs(Hub hub, SecretBook book, Clock clock) {
        this.hub = hub;
        this.book = book;
        this.clock = clock;
    }

    /// The values with the names of Secrets in place of what is secret.
    Map<String, String> keep(Provider provider, ItemAction action, Map<String, String> values, Person person) {
        Map<String, String> kept = new LinkedHashMap<>(values);
        for (String field : ActionForm.of(action).secrets()) {
            String value = values.getOrDefault(field, "");
            if (!value.isBlank() && !SecretReference.is(value)) {
                kept.put(field, write(provider, field, value, person));
            }
        }
        return kept;
    }

    // The name is entered first, so that a Secret which was written and then forgotten is found again.
    private String write(Provider provider, String field, String value, Person person) {
        String name = SecretReference.create();
        book.enter(name, provider, person.subject(), clock.instant());
        try {
            hub.createSecret(provider.namespace(), name, Map.of("tiphys.dev/input", field), Map.of("value", value));
            return name;
        } catch (ArgoException refused) {
            log.warn("a secret input could not be written into {}: {}", provider.namespace(), refused.getMessage());
            throw new Refusal.Conflict("The secret could not be written into the namespace " + provider.namespace()
                    + ". " + refused.hint());
        }
    }

    /// Takes away what nobody needs any more.
    void sweep() {
        for (SecretBook.Leftover leftover : book.leftovers(clock.instant().minus(UNUSED))) {
            try {
                hub.deleteSecret(leftover.namespace(), leftover.name());
                book.forget(leftover.name());
            } catch (ArgoException later) {
                log.warn("{} stays for now: {}", leftover, later.getMessage());
            }
        }
    }
}
