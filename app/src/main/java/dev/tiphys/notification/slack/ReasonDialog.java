package dev.tiphys.notification.slack;

import static com.slack.api.model.block.Blocks.input;
import static com.slack.api.model.block.Blocks.section;
import static com.slack.api.model.block.composition.BlockCompositions.plainText;
import static com.slack.api.model.block.element.BlockElements.plainTextInput;
import static com.slack.api.model.view.Views.view;
import static com.slack.api.model.view.Views.viewClose;
import static com.slack.api.model.view.Views.viewSubmit;
import static com.slack.api.model.view.Views.viewTitle;

import java.util.List;

import com.slack.api.model.view.View;

import dev.tiphys.approval.ApprovalView;
import dev.tiphys.approval.Approvals.Word;

/// The dialog that asks for the reason of a decision. It keeps the address for private replies to whoever opened it.
record ReasonDialog(ApprovalView request, Word word, ButtonValue button, String responseUrl) {

    static final String BLOCK = "reason";
    static final String ACTION = "words";

    View blocks() {
        boolean rejects = word == Word.REJECT;
        String label = rejects ? "Reject" : "Approve";
        return view(dialog -> dialog.type("modal").callbackId(rejects ? RequestMessage.REJECT : RequestMessage.APPROVE)
                .privateMetadata(button.text() + " " + responseUrl)
                .title(viewTitle(title -> title.type("plain_text").text(label)))
                .submit(viewSubmit(submit -> submit.type("plain_text").text(label)))
                .close(viewClose(close -> close.type("plain_text").text("Cancel")))
                .blocks(List.of(
                        section(block -> block.text(
                                SlackText.markup("*" + SlackText.marked(request.wish().title(), 200) + "*"))),
                        input(block -> block.blockId(BLOCK)
                                .label(plainText(
                                        rejects ? "Why not? The requester will read it." : "Why? It goes on record."))
                                .element(plainTextInput(
                                        text -> text.actionId(ACTION).multiline(true).maxLength(500)))))));
    }
}
