package dev.tiphys.catalog;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Component;

import dev.tiphys.identity.Person;
import dev.tiphys.web.Age;
import dev.tiphys.web.When;

/// What stands between an order and its workflow, before it is placed: whom it asks, the quota, the line, and
/// the clock.
@Component
class LineConditions implements OrderConditions {

    private final OrderRules rules;
    private final Lines lines;
    private final Clock clock;

    LineConditions(OrderRules rules, Lines lines, Clock clock) {
        this.rules = rules;
        this.lines = lines;
        this.clock = clock;
    }

    @Override
    public List<String> remarks(Item item, OrderWish wish, Person person) {
        List<String> remarks = new ArrayList<>();
        rules.approvalOf(item, wish.team(), wish.values())
                .forEach(reason -> remarks.add("It waits for an approval. " + reason));
        Optional.of(rules.room(item, wish.team())).filter(room -> !room.isEmpty()).ifPresent(remarks::add);
        Openings.next(item.sheet().windows(), Item.CREATE, clock.instant()).ifPresent(opens -> remarks.add(
                "The provider does this in its maintenance windows only. It begins at " + When.of(opens).words()
                        + "."));
        remarks.addAll(line(lines.of(item)));
        return List.copyOf(remarks);
    }

    private static List<String> line(Lines.View view) {
        Lines.Pause pause = view.pause();
        Duration usual = view.usual();
        List<String> remarks = new ArrayList<>();
        if (pause != null) {
            remarks.add("The provider begins no orders at the moment: " + pause.message()
                    + " Yours is taken and keeps its place.");
        }
        if (view.waiting() > 0) {
            remarks.add(view.waiting() + " wait in line, and " + view.atOnce() + " begin at once.");
        }
        if (usual != null) {
            remarks.add("One usually takes " + Age.words(usual) + ".");
        }
        return remarks;
    }
}
