package dev.tiphys.sandbox.slack;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

import tools.jackson.databind.JsonNode;

import dev.tiphys.sandbox.page.Html;

/// Draws the blocks of a message; its buttons are the submit buttons of one form, in which one says who presses.
record BlockPage(SlackMessage message) {

    Html html() {
        if (message.blocks().isEmpty()) {
            return Html.of("<div class=\"text\">%s</div>", Mrkdwn.html(message.text()));
        }
        List<Html> blocks = new ArrayList<>();
        for (int i = 0; i < message.blocks().size(); i++) {
            blocks.add(block(i, message.blocks().get(i)));
        }
        return Html.join(blocks);
    }

    private Html block(int index, JsonNode block) {
        return switch (block.path("type").asString("")) {
            case "header" -> Html.of("<div class=\"block\"><b>%s</b></div>", text(block.path("text")));
            case "section" -> section(index, block);
            case "context" -> Html.of("<div class=\"block context\">%s</div>", all(block.path("elements"), " "));
            case "divider" -> new Html("<hr>");
            case "actions" -> actions(index, block.path("elements"));
            default -> Html.of("<div class=\"block context\">(%s)</div>", block.path("type").asString("?"));
        };
    }

    private Html section(int index, JsonNode block) {
        Html fields = block.path("fields").isEmpty()
                ? Html.NONE
                : Html.of("<div class=\"fields\">%s</div>", all(block.path("fields"), ""));
        JsonNode accessory = block.path("accessory");
        Html button = accessory.path("type").asString("").equals("button")
                ? form(button(index, -1, accessory))
                : Html.NONE;
        return Html.of("<div class=\"block text\">%s</div>%s%s", text(block.path("text")), fields, button);
    }

    private Html actions(int index, JsonNode elements) {
        List<Html> buttons = new ArrayList<>();
        for (int i = 0; i < elements.size(); i++) {
            JsonNode element = elements.get(i);
            buttons.add(element.path("type").asString("").equals("button")
                    ? button(index, i, element)
                    : Html.of("<span class=\"empty\">(%s)</span>", element.path("type").asString("?")));
        }
        return form(Html.join(buttons));
    }

    private static Html button(int block, int element, JsonNode button) {
        Html label = text(button.path("text"));
        String url = button.path("url").asString("");
        if (url.startsWith("http://") || url.startsWith("https://")) {
            return Html.of("<a class=\"button\" href=\"%s\">%s</a>", url, label);
        }
        return Html.of("<button class=\"%s\" name=\"button\" value=\"%s\">%s</button>",
                button.path("style").asString(""), block + "." + element, label);
    }

    private Html form(Html buttons) {
        return Html.of("""
                <form class="row block" method="post" action="/slack/press">
                <input type="hidden" name="channel" value="%s"><input type="hidden" name="ts" value="%s">
                %s<label>as %s</label></form>
                """, message.channel().id(), message.ts(), buttons, people());
    }

    static Html people() {
        return Html.of("<select name=\"user\">%s</select>", Html.join(SlackPerson.all().stream()
                .map(user -> Html.of("<option value=\"%s\"%s>%s</option>", user.username(),
                        new Html(user.username().equals("approver") ? " selected" : ""), user.name()))
                .toList()));
    }

    private static Html all(JsonNode texts, String separator) {
        return Html.join(StreamSupport.stream(texts.spliterator(), false)
                .map(each -> Html.of("<span>%s</span>%s", text(each), separator)).toList());
    }

    private static Html text(JsonNode text) {
        String value = text.path("text").asString("");
        return text.path("type").asString("").equals("mrkdwn") ? Mrkdwn.html(value) : Html.text(value);
    }
}
