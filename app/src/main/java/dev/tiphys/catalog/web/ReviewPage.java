package dev.tiphys.catalog.web;

import java.util.List;
import java.util.Map;

/// An order to look over before it is placed.
///
/// @param hidden everything that was filled in, with the names of Secrets in place of secrets
/// @param market empty when nobody says what it costs elsewhere
/// @param verdict what the dry run minds; none when nothing
/// @param trouble why there was no dry run; empty when there was one
record ReviewPage(String item, String itemHref, String name, String team, String post, String change,
        Map<String, String> hidden, List<Value> values, String price, String market, List<String> remarks,
        List<String> verdict, String trouble, CodeText hera, CodeText manifest) {

    /// Whether somebody has to agree first.
    public boolean asks() {
        return remarks.stream().anyMatch(remark -> remark.startsWith("It waits for an approval"));
    }

    /// Whether it does not begin as soon as it is ordered.
    public boolean waits() {
        return asks() || remarks.stream().anyMatch(remark -> remark.startsWith("The provider"));
    }

    /// @param secret whether it is kept as a Secret, so that only its name is known
    record Value(String label, String value, boolean secret) {}
}
