package dev.tiphys.sandbox.slack;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import dev.tiphys.sandbox.http.Request;
import dev.tiphys.sandbox.page.Form;

/// What a person does on the Slack page: press a button, submit a dialog. Afterwards they see the page again, with what
/// went wrong.
final class SlackPresses {

    private final SlackWorkspace workspace;
    private final SlackInteractions interactions;
    private final SlackOutbound outbound;

    SlackPresses(SlackWorkspace workspace, SlackInteractions interactions, SlackOutbound outbound) {
        this.workspace = workspace;
        this.interactions = interactions;
        this.outbound = outbound;
    }

    void press(Request request, Map<String, String> path) throws IOException, InterruptedException {
        Form form = Form.body(request);
        Optional<SlackPerson> user = SlackPerson.named(form.get("user"));
        Optional<SlackMessage> message = workspace.findChannel(form.get("channel"))
                .flatMap(channel -> workspace.find(channel, form.get("ts")));
        if (user.isEmpty() || message.isEmpty()) {
            show(request, 404, "That message, or that person, does not exist.");
            return;
        }
        Button button = Button.find(message.get(), form.get("button"));
        if (button == null) {
            show(request, 404, "That message has no such button any more.");
            return;
        }
        deliver(request, interactions.pressed(user.get(), message.get(), button.element(), button.blockId()));
    }

    void submit(Request request, Map<String, String> path) throws IOException, InterruptedException {
        Form form = Form.body(request);
        ObjectNode view = workspace.dialogs().get(form.get("view"));
        Optional<SlackPerson> user = SlackPerson.named(form.get("user"));
        if (view == null || user.isEmpty()) {
            show(request, 404, "That dialog is closed.");
            return;
        }
        SlackOutbound.Delivery delivery = outbound
                .send(interactions.submitted(user.get(), view, new DialogPage(view).values(form)));
        String errors = errors(delivery.answer());
        if (delivery.taken() && errors.isEmpty()) {
            workspace.closeDialog(form.get("view"));
        }
        finish(request, delivery.taken() ? errors : delivery.failure());
    }

    private static String errors(String answer) {
        return answer.startsWith("{")
                ? JsonMapper.shared().readTree(answer).path("errors").valueStream().map(JsonNode::asString)
                        .collect(Collectors.joining(" "))
                : "";
    }

    private void deliver(Request request, ObjectNode payload) throws IOException, InterruptedException {
        finish(request, outbound.send(payload).failure());
    }

    private void finish(Request request, String failure) throws IOException {
        if (failure.isEmpty()) {
            request.answerHeader("Location", SlackSandbox.PREFIX);
            request.answer(303, "text/plain", "");
        } else {
            show(request, 502, failure);
        }
    }

    boolean hasPressed() {
        return outbound.last() != null;
    }

    /// Sends the last interaction once more, as it was or as somebody would who means ill, and shows the answer.
    void again(Request request, Map<String, String> path) throws IOException, InterruptedException {
        SlackOutbound.Signed last = outbound.last();
        if (last == null) {
            show(request, 404, "Nothing was pressed yet.");
            return;
        }
        String how = Form.body(request).get("how");
        SlackOutbound.Delivery delivery = outbound.send(switch (how) {
            case "tampered" -> last.tampered();
            case "old" -> outbound.old(last);
            case "forged" -> last.forged();
            default -> last;
        });
        show(request, 200, "Sent " + (how.isEmpty() ? "again" : how) + ": "
                + (delivery.taken() ? "the app answered 200." : delivery.failure()));
    }

    private void show(Request request, int status, String notice) throws IOException {
        new SlackPage(workspace, notice, hasPressed()).page().answer(request, status);
    }

    /// A button of a message, found by the place of its block and its place in it (-1: beside the text).
    private record Button(JsonNode element, String blockId) {

        static @org.jspecify.annotations.Nullable Button find(SlackMessage message, String place) {
            if (!place.matches("\\d{1,3}\\.-?\\d{1,3}")) {
                return null;
            }
            int dot = place.indexOf('.');
            JsonNode block = message.blocks().path(Integer.parseInt(place.substring(0, dot)));
            int index = Integer.parseInt(place.substring(dot + 1));
            JsonNode element = index < 0 ? block.path("accessory") : block.path("elements").path(index);
            return element.path("type").asString("").equals("button")
                    ? new Button(element, block.path("block_id").asString(""))
                    : null;
        }
    }
}
