package dev.tiphys.recovery;

import java.util.List;
import java.util.Map;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.tiphys.identity.ActionTaken;
import dev.tiphys.identity.Person;
import dev.tiphys.web.Refusal;

/// Writes down what administrators decide about a hold, each in one transaction with its record.
@Component
class HoldRelease {

    private final HoldBook holds;
    private final MarkBook marks;
    private final ObjectProvider<Comparison> comparisons;
    private final ApplicationEventPublisher events;

    HoldRelease(HoldBook holds, MarkBook marks, ObjectProvider<Comparison> comparisons,
            ApplicationEventPublisher events) {
        this.holds = holds;
        this.marks = marks;
        this.comparisons = comparisons;
        this.events = events;
    }

    Map<String, Choice> choices(Hold hold) {
        return holds.choices(hold.id());
    }

    @Transactional
    public void hold(String reason, Person person) {
        if (!holds.open("on-purpose", sentence(reason), person.name())) {
            throw new Refusal.Conflict("The portal stands still already.");
        }
        events.publishEvent(ActionTaken.by(person, "recovery.held", "portal", "hold").because(reason));
    }

    private static String sentence(String reason) {
        return reason.endsWith(".") ? reason : reason + ".";
    }

    @Transactional
    public void choose(Hold hold, Difference difference, Choice choice, String reason, Person person) {
        holds.choose(hold.id(), difference.id(), choice, reason, person.name());
        events.publishEvent(ActionTaken.by(person, "recovery.chosen", "difference", difference.id())
                .change(null, choice.word()).because(reason));
    }

    /// @param outside the mark that the new epoch takes the place of
    @Transactional
    public void release(Hold hold, List<Difference> differences, Mark outside, String reason, Person person) {
        if (!holds.release(hold.id(), person.name(), reason)) {
            throw new Refusal.Conflict("Somebody else has let the portal go on already. Nothing was changed.");
        }
        Map<String, Choice> chosen = holds.choices(hold.id());
        for (Difference difference : differences) {
            Choice choice = chosen.getOrDefault(difference.id(), difference.choices().getFirst());
            if (!chosen.containsKey(difference.id())) {
                holds.choose(hold.id(), difference.id(), choice, reason, person.name());
            }
            comparisons.forEach(comparison -> comparison.settle(difference, choice, person.name()));
            events.publishEvent(ActionTaken.by(person, "recovery.settled", "difference", difference.id())
                    .change(difference.kind(), choice.word()).because(reason));
        }
        marks.renew(outside);
        events.publishEvent(ActionTaken.by(person, "recovery.released", "portal", hold.id().toString())
                .change(hold.code(), null).because(reason));
    }
}
