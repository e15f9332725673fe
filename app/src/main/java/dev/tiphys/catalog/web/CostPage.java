package dev.tiphys.catalog.web;

import java.util.List;

/// What a provider's instances cost each team in each month.
///
/// @param csv the same as a file
/// @param totals of each currency and month
record CostPage(String provider, String desk, String csv, int months, List<Integer> choices, List<Total> totals,
        List<Row> rows) {

    record Total(String month, String amount) {}

    record Row(String month, String team, String item, long instances, long days, String amount) {}
}
