package dev.tiphys.approval.web;

import java.util.List;
import java.util.Map;

/// Where people who are away name somebody who stands for them.
///
/// @param standing for whom the person who looks stands now
/// @param errors by field
record AbsencesPage(List<Line> own, List<String> standing, Map<String, String> errors, Form form) {

    /// An absence of the person who looks.
    record Line(String substitute, String begins, String ends, String end) {}

    /// What was filled in.
    record Form(String substitute, String from, String until) {}
}
