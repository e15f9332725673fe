package dev.tiphys.catalog;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.springframework.stereotype.Component;

import dev.tiphys.identity.Person;
import dev.tiphys.web.Refusal;

/// What has to be done with filled-in values before an order or action begins, outside of any transaction: options are
/// looked up again, and secrets go where they belong.
@Component
public class InputDesk {

    private final Catalog catalog;
    private final LiveOptions options;
    private final SecretInputs secrets;

    InputDesk(Catalog catalog, LiveOptions options, SecretInputs secrets) {
        this.catalog = catalog;
        this.options = options;
        this.secrets = secrets;
    }

    /// The values that can be handed on. Nothing is kept of a form that has anything wrong; whoever goes on hears of
    /// it, except of options that are gone: those are a [Refusal.Invalid].
    public Map<String, String> ready(String provider, ItemAction action, Map<String, String> values, Person person) {
        if (!ActionForm.of(action).problemsBeforeKeeping(values).isEmpty()) {
            return values;
        }
        Map<String, String> gone = new LinkedHashMap<>();
        options.problems(action, values, person)
                .forEach((field, why) -> gone.put(FormFields.PARAMETER + field, why));
        if (!gone.isEmpty()) {
            throw new Refusal.Invalid(gone);
        }
        return secrets.keep(catalog.getProvider(provider), action, values, person);
    }

    /// The same values without what is secret, to tell requests apart by.
    public Map<String, String> masked(ItemAction action, Map<String, String> values) {
        Map<String, String> masked = new TreeMap<>(values);
        ActionForm.of(action).secrets().forEach(field -> masked.replace(field, "a secret"));
        return masked;
    }

    /// What can be chosen at the moment, by field.
    public Map<String, List<String>> options(ItemAction action, Person person) {
        return options.of(action, person);
    }
}
