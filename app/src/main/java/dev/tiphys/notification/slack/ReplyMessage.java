package dev.tiphys.notification.slack;

import static com.slack.api.model.block.Blocks.section;

import java.util.List;

import dev.tiphys.approval.ApprovalStep;
import dev.tiphys.approval.ApprovalView;

/// Writes what is said below a request's message when something happens that people should notice.
record ReplyMessage(ApprovalView view, ApprovalStep.Kind kind) {

    SlackContent content() {
        String line = view.history().reversed().stream().filter(step -> step.kind() == kind).findFirst()
                .map(StepWords::line).orElse(StepWords.word(view.state()));
        String asked = kind == ApprovalStep.Kind.ESCALATED || kind == ApprovalStep.Kind.REMINDED
                ? "\nAsked: " + SlackText.marked(String.join(", ", view.rules().asked()), 200)
                : "";
        String text = line + asked;
        return new SlackContent(text, List.of(section(block -> block.text(SlackText.markup(text)))));
    }
}
