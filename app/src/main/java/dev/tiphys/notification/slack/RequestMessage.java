package dev.tiphys.notification.slack;

import static com.slack.api.model.block.Blocks.actions;
import static com.slack.api.model.block.Blocks.context;
import static com.slack.api.model.block.Blocks.header;
import static com.slack.api.model.block.Blocks.section;
import static com.slack.api.model.block.composition.BlockCompositions.plainText;
import static com.slack.api.model.block.element.BlockElements.button;

import java.util.ArrayList;
import java.util.List;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.element.BlockElement;

import dev.tiphys.approval.ApprovalStep;
import dev.tiphys.approval.ApprovalView;
import dev.tiphys.approval.ApprovalWish;

/// Writes the message about a request: what would change, how far it has come, and what its reader can do.
///
/// @param portal the portal's address, without a slash at its end
record RequestMessage(ApprovalView view, SlackOffer offer, String portal) {

    static final String APPROVE = "approve";
    static final String REJECT = "reject";
    static final String DECIDE = "decide";
    static final String DETAILS = "details";

    private static final int MOST_CHANGES = 8;
    private static final int MOST_STEPS = 6;

    SlackContent content() {
        ApprovalWish wish = view.wish();
        List<LayoutBlock> blocks = new ArrayList<>();
        blocks.add(header(block -> block.text(plainText(SlackText.plain(wish.title(), 140)))));
        blocks.add(text(StepWords.state(view)));
        if (!wish.changes().isEmpty()) {
            blocks.add(text(changes(wish.changes())));
        }
        if (!wish.risk().isBlank()) {
            blocks.add(small("⚠️ " + SlackText.marked(wish.risk(), 500)));
        }
        String steps = steps();
        if (!steps.isEmpty()) {
            blocks.add(small(steps));
        }
        List<BlockElement> elements = elements();
        blocks.add(actions(block -> block.blockId("decision").elements(elements)));
        blocks.add(small("plan " + SlackText.code(shortened(wish.planHash()), 20) + " · requested by "
                + SlackText.marked(wish.requester().name(), 80) + " · policy "
                + SlackText.marked(view.rules().policy(), 80)));
        return new SlackContent(
                SlackText.marked(wish.title(), 140) + ": " + StepWords.word(view.state()), blocks);
    }

    private static LayoutBlock text(String markup) {
        return section(block -> block.text(SlackText.markup(markup)));
    }

    private static LayoutBlock small(String markup) {
        return context(List.of(SlackText.markup(markup)));
    }

    private static String changes(List<ApprovalWish.Change> changes) {
        List<String> lines = SlackText.fitting(changes.stream().limit(MOST_CHANGES).map(RequestMessage::change).toList());
        int more = changes.size() - lines.size();
        return String.join("\n", lines) + (more > 0 ? "\n… and " + more + " more" : "");
    }

    private static String change(ApprovalWish.Change change) {
        String what = "• " + SlackText.marked(change.what(), 120);
        if (change.from().isBlank() && change.to().isBlank()) {
            return what;
        }
        return what + ": " + SlackText.code(change.from().isBlank() ? "–" : change.from(), 60) + " → "
                + SlackText.code(change.to().isBlank() ? "–" : change.to(), 60);
    }

    private String steps() {
        List<ApprovalStep> told = view.history().stream().filter(step -> StepWords.isTold(step.kind())).toList();
        List<String> latestFirst = SlackText
                .fitting(told.reversed().stream().limit(MOST_STEPS).map(StepWords::line).toList());
        return String.join("\n", latestFirst.reversed());
    }

    private List<BlockElement> elements() {
        BlockElement details = button(element -> element.actionId(DETAILS).text(plainText("Details"))
                .url(portal + view.wish().path()));
        return switch (offer) {
            case SlackOffer.Buttons buttons -> List.of(
                    button(element -> element.actionId(APPROVE).text(plainText("Approve")).style("primary")
                            .value(buttons.value())),
                    button(element -> element.actionId(REJECT).text(plainText("Reject …")).style("danger")
                            .value(buttons.value())),
                    details);
            case SlackOffer.Link link -> List.of(button(element -> element.actionId(DECIDE)
                    .text(plainText("Review and decide")).style("primary").url(link.address())), details);
            case SlackOffer.Nothing _ -> List.of(details);
        };
    }

    private static String shortened(String hash) {
        return hash.length() > 12 ? hash.substring(0, 12) : hash;
    }
}
