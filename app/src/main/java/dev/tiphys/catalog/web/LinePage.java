package dev.tiphys.catalog.web;

import org.jspecify.annotations.Nullable;

import dev.tiphys.catalog.Item;
import dev.tiphys.catalog.Lines;
import dev.tiphys.identity.Person;
import dev.tiphys.web.Age;
import dev.tiphys.web.When;

/// The line of an item as its page shows it.
///
/// @param paused what the provider says to those who wait; empty while it takes orders
/// @param since when it paused; null while it has not
/// @param words how many wait and run, and how long one takes; empty where there is nothing to say
/// @param run whether the person may pause and resume
record LinePage(String paused, String by, @Nullable When since, String words, boolean run, String path) {

    static LinePage of(Item item, Lines lines, Person person) {
        Lines.View view = lines.of(item);
        Lines.Pause pause = view.pause();
        String words = (view.waiting() == 0 ? "" : view.waiting() + " wait in line. ") + view.running() + " of "
                + view.atOnce() + " places are taken." + (view.usual() == null
                        ? ""
                        : " An order usually takes " + Age.words(view.usual()) + ".");
        boolean run = lines.mayRun(item, person);
        return new LinePage(pause == null ? "" : pause.message(), pause == null ? "" : pause.byName(),
                pause == null ? null : When.of(pause.since()), view.waiting() > 0 || run ? words : "", run,
                Links.item(item));
    }
}
