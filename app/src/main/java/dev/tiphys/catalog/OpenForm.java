package dev.tiphys.catalog;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

import dev.tiphys.web.Refusal;

/// What a form that somebody has open was made of: it goes along, so that a form which the provider has changed
/// meanwhile is noticed before anything of it counts.
///
/// @param mark the hash of the form, and the names of those fields that are secret
public record OpenForm(String mark) {

    /// The field of the form that carries the mark.
    public static final String FIELD = "form";
    /// The name under which templates find the mark.
    public static final String MARK = "formMark";
    private static final String SECRETS = ":";

    /// That of an action as it is now.
    public static OpenForm of(ItemAction action) {
        return new OpenForm(Contents.form(action) + SECRETS
                + ActionForm.of(action).secrets().stream().sorted().collect(Collectors.joining(",")));
    }

    /// Refuses with 409 what was filled into a form that is no longer this one. One that does not say what it was made
    /// of, such as a program's, is taken as it comes.
    public void requireSame(String seen) {
        if (!seen.isEmpty() && !seen.equals(mark)) {
            throw new Refusal.Conflict("The provider has changed this form since you opened it. What you filled in is"
                    + " kept below where it fits still. Look at it again.");
        }
    }

    /// Names of the fields that nobody may see again.
    public Set<String> secrets() {
        int colon = mark.indexOf(SECRETS);
        return colon < 0 ? Set.of() : Set.copyOf(Arrays.asList(mark.substring(colon + 1).split(",", -1)));
    }
}
