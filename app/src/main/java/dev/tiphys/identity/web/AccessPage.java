package dev.tiphys.identity.web;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.tiphys.web.Status;

/// What the page "my access" shows.
///
/// @param reviewable whether the person may export the whole review
record AccessPage(String name, String username, String roles, String teams, String policy, List<Row> rows,
        List<Workplace> workplaces, Form form, @Nullable Answer answer, boolean reviewable) {

    /// One permission by one rule.
    record Row(String permission, Status status, String where, String rule) {}

    /// A namespace in which the person may submit workflows.
    record Workplace(String namespace, String accounts, String owner) {}

    /// What is asked, and what could be.
    record Form(List<Choice> permissions, List<String> services, List<Choice> environments, String service) {}

    record Choice(String value, boolean chosen) {}

    /// @param people with their usernames
    record Answer(Status status, String reason, String groups, List<String> people) {}
}
