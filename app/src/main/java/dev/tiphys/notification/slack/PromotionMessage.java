package dev.tiphys.notification.slack;

import static com.slack.api.model.block.Blocks.actions;
import static com.slack.api.model.block.Blocks.context;
import static com.slack.api.model.block.Blocks.header;
import static com.slack.api.model.block.Blocks.section;
import static com.slack.api.model.block.composition.BlockCompositions.plainText;
import static com.slack.api.model.block.element.BlockElements.button;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.element.BlockElement;

import dev.tiphys.promotion.PromotionView;
import dev.tiphys.promotion.PromotionView.TargetView;
import dev.tiphys.promotion.PromotionView.Waiting;

/// Writes the message about a promotion that waits for people: what it waits for, who may answer, and how it went on.
///
/// @param needed whether somebody is needed still
/// @param mentions Slack's ids of people who may answer
/// @param portal the portal's address, without a slash at its end
record PromotionMessage(PromotionView promotion, boolean needed, List<String> mentions, String portal) {

    private static final int MOST_TARGETS = 8;

    SlackContent content() {
        List<LayoutBlock> blocks = new ArrayList<>();
        blocks.add(header(block -> block.text(plainText(SlackText.plain(title(), 140)))));
        blocks.add(section(block -> block.text(SlackText.markup(state()))));
        List<TargetView> asking = asking();
        if (needed && !asking.isEmpty()) {
            blocks.add(section(block -> block.text(SlackText.markup(questions(asking)))));
        }
        if (needed) {
            blocks.add(context(List.of(SlackText.markup(audience()))));
        }
        BlockElement open = button(element -> element.actionId(RequestMessage.DETAILS).text(plainText("Open"))
                .url(portal + "/promotions/" + promotion.id()));
        blocks.add(actions(block -> block.blockId("promotion").elements(List.of(open))));
        blocks.add(context(List.of(SlackText.markup("plan " + SlackText.code(shortened(promotion.planHash()), 20)
                + " · requested by " + SlackText.marked(promotion.requester(), 80)))));
        return new SlackContent(SlackText.marked(title(), 140), blocks);
    }

    /// What is said below it when nobody has answered.
    SlackContent reminder() {
        String text = "⏰ Nobody has answered yet. " + sentence() + "\n" + audience();
        return new SlackContent(text, List.of(section(block -> block.text(SlackText.markup(text)))));
    }

    private static String shortened(String hash) {
        return hash.length() > 12 ? hash.substring(0, 12) : hash;
    }

    private String title() {
        String from = promotion.from().isEmpty() ? "" : promotion.from() + " → ";
        String what = promotion.service() + " " + from + promotion.version();
        if (!needed) {
            return what + (promotion.phase().isFinal() ? " has ended" : " goes on");
        }
        return what + (asking().isEmpty() ? " is stuck" : " needs a decision");
    }

    private String state() {
        if (needed) {
            Waiting waiting = promotion.waitingFor();
            return "🟡 " + sentence() + (waiting == null ? "" : "\nSince " + SlackText.time(waiting.since()));
        }
        String why = promotion.reason().isEmpty() ? "" : "\n> " + SlackText.marked(promotion.reason(), 500);
        return switch (promotion.phase()) {
            case SUCCEEDED -> "✅ *Succeeded*" + why;
            case FAILED -> "❌ *Failed*" + why;
            case ABORTED -> "⚪ *Stopped*" + why;
            case PLANNED, RUNNING, WAITING, PAUSED -> "✅ Answered: nobody is needed any more.";
        };
    }

    private String sentence() {
        Waiting waiting = promotion.waitingFor();
        return waiting == null ? "It waits for a person." : SlackText.marked(waiting.sentence(), 500);
    }

    private List<TargetView> asking() {
        return promotion.waves().stream().flatMap(wave -> wave.targets().stream())
                .filter(target -> target.phase().equals("ASKS")).toList();
    }

    private static String questions(List<TargetView> asking) {
        List<String> lines = SlackText
                .fitting(asking.stream().limit(MOST_TARGETS).map(PromotionMessage::question).toList());
        int more = asking.size() - lines.size();
        return String.join("\n", lines) + (more > 0 ? "\n… and " + more + " more" : "");
    }

    private static String question(TargetView target) {
        String taken = target.takenBy() == null ? "" : " 👀 " + SlackText.marked(target.takenBy(), 80) + " is on it";
        return "• " + SlackText.code(target.application(), 80) + ": " + SlackText.marked(target.reason(), 200) + taken;
    }

    private String audience() {
        Waiting waiting = promotion.waitingFor();
        String groups = waiting == null || waiting.who().isEmpty()
                ? "nobody: no role grants it"
                : SlackText.marked(String.join(", ", waiting.who()), 300);
        String people = mentions.stream().map(user -> "<@" + user + ">").collect(Collectors.joining(" "));
        return "May answer: " + groups + (people.isEmpty() ? "" : " · " + people);
    }
}
