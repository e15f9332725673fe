package dev.tiphys.sandbox.slack;

import java.util.ArrayList;
import java.util.List;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import dev.tiphys.sandbox.page.Form;
import dev.tiphys.sandbox.page.Html;

/// Draws an open dialog as a form, and reads what was filled in.
record DialogPage(ObjectNode view) {

    Html html() {
        List<Html> blocks = new ArrayList<>();
        for (JsonNode block : view.path("blocks")) {
            blocks.add(block.path("type").asString("").equals("input") ? input(block) : said(block));
        }
        return Html.of("""
                <section class="sheet modal"><h2>%s</h2><p>Open for %s</p>
                <form method="post" action="/slack/submit"><input type="hidden" name="view" value="%s">
                <input type="hidden" name="user" value="%s">%s
                <button class="primary">%s</button></form></section>
                """, view.path("title").path("text").asString("Dialog"), view.path("opened_by").asString(""),
                view.path("id").asString(""), view.path("opened_by").asString(""), Html.join(blocks),
                view.path("submit").path("text").asString("Submit"));
    }

    private static Html said(JsonNode block) {
        return Html.of("<p>%s</p>", Mrkdwn.html(block.path("text").path("text").asString("")));
    }

    private static Html input(JsonNode block) {
        Html required = new Html(block.path("optional").asBoolean(false) ? "" : " required");
        String label = block.path("label").path("text").asString("");
        return block.path("element").path("multiline").asBoolean(false)
                ? Html.of("<label class=\"field\">%s <textarea class=\"wide\" name=\"%s\"%s></textarea></label>", label,
                        field(block), required)
                : Html.of("<label class=\"field\">%s <input class=\"wide\" name=\"%s\"%s></label>", label, field(block),
                        required);
    }

    private static String field(JsonNode block) {
        return "input." + block.path("block_id").asString("") + "."
                + block.path("element").path("action_id").asString("");
    }

    /// The values as Slack sends them: by block, then by action.
    ObjectNode values(Form form) {
        ObjectNode values = JsonMapper.shared().createObjectNode();
        for (JsonNode block : view.path("blocks")) {
            if (block.path("type").asString("").equals("input")) {
                values.putObject(block.path("block_id").asString(""))
                        .putObject(block.path("element").path("action_id").asString(""))
                        .put("type", block.path("element").path("type").asString(""))
                        .put("value", form.get(field(block)));
            }
        }
        return values;
    }
}
