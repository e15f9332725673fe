package dev.tiphys.catalog.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.tiphys.catalog.NewItemWish;
import dev.tiphys.catalog.web.NewItemPage.Box;

/// The fields of the form for a new item: a script has other ones than a job.
final class NewItemBoxes {

    private final Map<String, String> errors;
    private final List<Box> boxes = new ArrayList<>();

    private NewItemBoxes(Map<String, String> errors) {
        this.errors = errors;
    }

    static List<Box> of(NewItemWish wish, Map<String, String> errors) {
        NewItemBoxes form = new NewItemBoxes(errors);
        form.line("item", "Name", "Of the item: lower-case letters, digits and dashes.", wish.item());
        form.line("title", "Title", "As people read it, such as Virtual pet.", wish.title());
        form.text("description", "Description", "A sentence or two.", wish.description(), 2, false);
        form.line("image", wish.isJob() ? "Image with tiphys call" : "Image with the script's tools",
                wish.isJob()
                        ? "The portal's own image has it: registry.example/tiphys:0.1.0."
                        : "With a tag: alpine:3.22.",
                wish.image());
        if (!wish.isJob()) {
            form.boxes.add(new Box("shell", "Runs by", "", String.valueOf(wish.shell()), 1, false,
                    List.of("sh", "bash", "python3"), errors.getOrDefault("shell", "")));
        }
        form.text("parameters", "What people fill in", "One on each line: name, name = preset, or name: one, another."
                + " It reaches " + (wish.isJob()
                        ? "the job as a field"
                        : "the script as a variable: instance-name is"
                                + " $INSTANCE_NAME")
                + ".",
                wish.parameters(), 4, true);
        form.text("outputs", "What comes back", wish.isJob()
                ? "One on each line: name=field of the job's answer, such as ip=artifacts.ip."
                : "One on each line. The script writes it into /tmp/name.", wish.outputs(), 2, true);
        String what = wish.isJob() ? "Path that launches the job" : "Script";
        int rows = wish.isJob() ? 1 : 8;
        form.text("create", what + " for create", "", wish.create(), rows, true);
        form.text("delete", what + " for delete", "", wish.delete(), rows, true);
        if (wish.isJob()) {
            form.job(wish);
        }
        form.line("action", "Another action", "Its name, such as restart; may be empty.", wish.action());
        form.text("actionScript", what + " for it", "", wish.actionScript(), rows, true);
        return form.boxes;
    }

    private void job(NewItemWish wish) {
        line("prefix", "Fields go below", "Such as extra_vars. with the dot; empty for the top.", wish.prefix());
        line("poll", "Path of the job's state", "Such as /jobs/{job}; {job} is a field of the first answer.",
                wish.poll());
        line("until", "It has ended well when", "Such as status=successful.", wish.until());
        line("failed", "It has failed when", "Such as status=failed,error,canceled.", wish.failed());
        line("log", "Path of its log", "May be empty.", wish.log());
    }

    private void line(String id, String label, String hint, @Nullable String value) {
        text(id, label, hint, value, 1, false);
    }

    private void text(String id, String label, String hint, @Nullable String value, int rows, boolean code) {
        boxes.add(new Box(id, label, hint, value == null ? "" : value, rows, code, List.of(),
                errors.getOrDefault(id, "")));
    }
}
