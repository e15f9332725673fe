package dev.tiphys.identity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// What changed between two policies, in words for the record.
final class PolicyDifference {

    private static final int MOST = 40;

    private final List<String> parts = new ArrayList<>();

    private PolicyDifference() {
    }

    static String between(AccessPolicy before, AccessPolicy after) {
        PolicyDifference difference = new PolicyDifference();
        difference.compare("team", before.teams(), after.teams());
        difference.compare("role", before.roles(), after.roles());
        difference.compareAll("tie of projects", before.projects(), after.projects());
        difference.compareAll("tie of workflows", before.workflows(), after.workflows());
        return difference.words();
    }

    private String words() {
        if (parts.isEmpty()) {
            return "only the order changed";
        }
        String first = String.join("; ", parts.stream().limit(MOST).toList());
        return parts.size() > MOST ? first + "; and " + (parts.size() - MOST) + " more" : first;
    }

    private <T> void compare(String kind, Map<String, T> before, Map<String, T> after) {
        Set<String> names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        for (String name : names) {
            T old = before.get(name);
            T now = after.get(name);
            if (old == null) {
                parts.add(kind + " " + name + " added: " + now);
            } else if (now == null) {
                parts.add(kind + " " + name + " removed");
            } else if (!old.equals(now)) {
                parts.add(kind + " " + name + " changed" + details(old, now));
            }
        }
    }

    private static String details(Object old, Object now) {
        if (old instanceof Set<?> former && now instanceof Set<?> present) {
            return changes("groups", former, present);
        }
        if (old instanceof AccessPolicy.Role former && now instanceof AccessPolicy.Role present) {
            return changes("groups", former.groups(), present.groups())
                    + changes("grants", former.grants(), present.grants())
                    + (String.valueOf(former.like()).equals(String.valueOf(present.like()))
                            ? ""
                            : ", like " + former.like() + " → " + present.like())
                    + changes("services", former.services(), present.services())
                    + changes("teams", former.teams(), present.teams())
                    + changes("environments", former.environments(), present.environments())
                    + changes("providers", former.providers(), present.providers());
        }
        return "";
    }

    private static String changes(String what, Collection<?> old, Collection<?> now) {
        List<String> added = now.stream().filter(one -> !old.contains(one)).map(one -> "+" + one).toList();
        List<String> removed = old.stream().filter(one -> !now.contains(one)).map(one -> "-" + one).toList();
        if (added.isEmpty() && removed.isEmpty()) {
            return "";
        }
        return ", " + what + " " + String.join(" ", added) + (added.isEmpty() || removed.isEmpty() ? "" : " ")
                + String.join(" ", removed);
    }

    private void compareAll(String kind, Collection<?> before, Collection<?> after) {
        before.stream().filter(one -> !after.contains(one)).forEach(one -> parts.add(kind + " removed: " + one));
        after.stream().filter(one -> !before.contains(one)).forEach(one -> parts.add(kind + " added: " + one));
    }
}
