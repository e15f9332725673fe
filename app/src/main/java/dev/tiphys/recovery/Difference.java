package dev.tiphys.recovery;

import java.util.List;

/// Something that is not the same in the database and in Argo.
///
/// @param id stable while it lasts, such as `submit/<promotion>`
/// @param kind such as `unknown-workflow`, `advanced`, `lost-workflow`, `unknown-decision`, `unsent`, `doubtful-token`
/// @param subject what it is about, for people
/// @param sentence what differs, and what each choice does
/// @param choices what can be done; the first is done when nobody chooses: it sends nothing and trusts nothing
public record Difference(String id, String kind, String subject, String sentence, List<Choice> choices) {

    public Difference {
        choices = List.copyOf(choices);
        if (choices.isEmpty() || choices.getFirst() == Choice.SEND
                || choices.getFirst() == Choice.CONFIRM) {
            throw new IllegalArgumentException("nothing is sent because nobody chose");
        }
    }
}
