package dev.tiphys.sandbox.argocd;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// What a token may do, in the words of Argo CD's `policy.csv`: `p, <who>, <resource>, <action>, <object>, allow|deny`.
/// A `*` also matches `/`; a denial wins.
public record Policy(List<Rule> rules) {

    /// May do everything.
    public static final Policy ADMIN = parse("p, role:admin, *, *, *, allow");

    public Policy {
        rules = List.copyOf(rules);
    }

    /// Reads one rule a line; anything else is an [IllegalArgumentException].
    public static Policy parse(String csv) {
        List<Rule> rules = new ArrayList<>();
        for (String line : csv.lines().map(String::strip).filter(text -> !text.isEmpty()).toList()) {
            String[] parts = line.split("\\s*,\\s*", -1);
            boolean known = parts.length == 6 && parts[0].equals("p")
                    && (parts[5].equals("allow") || parts[5].equals("deny"));
            if (!known) {
                throw new IllegalArgumentException("a rule is 'p, who, resource, action, object, allow|deny', not '"
                        + line + "'");
            }
            rules.add(new Rule(glob(parts[2]), glob(parts[3]), glob(parts[4]), parts[5].equals("allow")));
        }
        return new Policy(rules);
    }

    boolean allows(String resource, String action, String object) {
        boolean allowed = false;
        for (Rule rule : rules) {
            if (rule.matches(resource, action, object)) {
                if (!rule.allow()) {
                    return false;
                }
                allowed = true;
            }
        }
        return allowed;
    }

    private static Pattern glob(String text) {
        StringBuilder regex = new StringBuilder();
        for (String part : text.split("\\*", -1)) {
            regex.append(regex.isEmpty() ? "" : ".*").append(Pattern.quote(part));
        }
        return Pattern.compile(regex.toString());
    }

    /// One line of the policy.
    public record Rule(Pattern resource, Pattern action, Pattern object, boolean allow) {

        boolean matches(String askedResource, String askedAction, String askedObject) {
            return resource.matcher(askedResource).matches() && action.matcher(askedAction).matches()
                    && object.matcher(askedObject).matches();
        }
    }
}
