package dev.tiphys.catalog;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import dev.tiphys.argo.json.JsonView;
import dev.tiphys.identity.Permission;
import dev.tiphys.identity.Person;
import dev.tiphys.identity.SignedInBy;

/// Who somebody was when they decided, to be asked for rights again while their decision is carried out: the policy is
/// that of the moment, and a token lends no more than it did.
final class OnBehalf {

    private OnBehalf() {
    }

    static String write(Person person) {
        ObjectNode json = JsonView.object().put("subject", person.subject()).put("username", person.username())
                .put("name", person.name());
        add(json.putArray("groups"), person.groups());
        add(json.putArray("teams"), person.teams());
        if (person.signedInBy() instanceof SignedInBy.Token token) {
            json.put("token", token.name());
            add(json.putArray("lends"), token.permissions().stream().map(Permission::word).toList());
        }
        return JsonView.write(json);
    }

    private static void add(ArrayNode array, Collection<String> texts) {
        texts.stream().sorted().forEach(array::add);
    }

    static Person read(String text) {
        JsonView json = JsonView.parse(text);
        SignedInBy by = json.at("token").isPresent()
                ? new SignedInBy.Token(json.text("token"), json.texts("lends").stream()
                        .flatMap(word -> Permission.find(word).stream()).collect(Collectors.toSet()))
                : new SignedInBy.Browser();
        return new Person(json.text("subject"), json.text("username"), json.text("name"),
                Set.copyOf(json.texts("groups")), Set.copyOf(json.texts("teams")), by);
    }
}
