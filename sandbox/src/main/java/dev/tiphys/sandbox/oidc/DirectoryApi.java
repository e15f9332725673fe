package dev.tiphys.sandbox.oidc;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import dev.tiphys.sandbox.http.Request;

/// The levers of the provider's administrator: `{"groups": […], "disabled": true}` for a person.
record DirectoryApi(Directory directory) {

    void list(Request request, Map<String, String> path) throws IOException {
        ArrayNode people = JsonMapper.shared().createArrayNode();
        directory.all().forEach(account -> people.add(json(account)));
        request.answer(200, "application/json", people.toString());
    }

    void change(Request request, Map<String, String> path) throws IOException {
        String username = path.getOrDefault("user", "");
        try {
            JsonNode wish = JsonMapper.shared().readTree(request.text());
            if (wish.has("groups")) {
                List<String> groups = new ArrayList<>();
                wish.path("groups").forEach(group -> groups.add(group.asString()));
                directory.setGroups(username, groups);
            }
            if (wish.has("disabled")) {
                directory.setDisabled(username, wish.path("disabled").asBoolean());
            }
        } catch (JacksonException unreadable) {
            request.answer(400, "text/plain", "the body must be JSON such as {\"groups\": [\"viewers\"]}\n");
            return;
        }
        var account = directory.account(username);
        request.answer(account.isPresent() ? 200 : 404, "application/json",
                account.map(found -> json(found).toString()).orElse("{\"error\":\"there is no such person\"}"));
    }

    private static ObjectNode json(Directory.Account account) {
        ObjectNode person = JsonMapper.shared().createObjectNode().put("username", account.user().username())
                .put("disabled", account.disabled());
        account.user().groups().forEach(person.putArray("groups")::add);
        return person;
    }
}
