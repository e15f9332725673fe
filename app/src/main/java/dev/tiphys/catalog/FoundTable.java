package dev.tiphys.catalog;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import dev.tiphys.web.Refusal;

/// Reads resources from a table as spreadsheets write it: the first line names the columns, of which `name` is needed
/// and `owner` is the team. All other columns are inputs of the item or, where it has none of that name, outputs.
public final class FoundTable {

    static final int MOST = 2_000;
    static final String FIELD = "table";
    private static final int LONGEST = 1_000_000;

    private final String text;
    private final char separator;
    private final List<List<String>> rows = new ArrayList<>();
    private List<String> row = new ArrayList<>();
    private final StringBuilder cell = new StringBuilder();

    private FoundTable(String text) {
        this.text = text;
        String head = text.lines().findFirst().orElse("");
        this.separator = Stream.of('\t', ';').filter(one -> head.indexOf(one) >= 0).findFirst().orElse(',');
    }

    /// Refuses with 422 what is no such table.
    ///
    /// @param inputs the names of the item's inputs
    public static List<Found> read(String table, Set<String> inputs) {
        if (table.length() > LONGEST) {
            throw new Refusal.Invalid(FIELD, "The table is longer than a megabyte. Divide it.");
        }
        List<List<String>> rows = new FoundTable(table.replace("\uFEFF", "")).rows();
        if (rows.isEmpty()) {
            throw new Refusal.Invalid(FIELD, "The table is empty. Its first line names the columns.");
        }
        List<String> head = rows.getFirst().stream().map(String::strip).toList();
        if (!head.contains("name")) {
            throw new Refusal.Invalid(FIELD, "The first line has to name the columns, and one of them is name.");
        }
        if (head.stream().distinct().count() != head.size()) {
            throw new Refusal.Invalid(FIELD, "Two columns have the same name.");
        }
        if (rows.size() > MOST + 1) {
            throw new Refusal.Invalid(FIELD, "At most " + MOST + " rows are possible at once. Divide the table.");
        }
        return rows.stream().skip(1).map(row -> found(head, row, inputs)).toList();
    }

    private static Found found(List<String> head, List<String> row, Set<String> inputs) {
        Map<String, String> given = new LinkedHashMap<>();
        Map<String, String> seen = new LinkedHashMap<>();
        String name = "";
        String owner = "";
        for (int at = 0; at < head.size(); at++) {
            String column = head.get(at);
            String value = at < row.size() ? row.get(at).strip() : "";
            switch (column.toLowerCase(Locale.ROOT)) {
                case "name" -> name = value;
                case "owner" -> owner = value;
                default -> {
                    if (!value.isEmpty() && !column.isEmpty()) {
                        (inputs.contains(column) ? given : seen).put(column, value);
                    }
                }
            }
        }
        return new Found(name, owner, given, seen);
    }

    private List<List<String>> rows() {
        boolean quoted = false;
        for (int at = 0; at < text.length(); at++) {
            char letter = text.charAt(at);
            if (quoted) {
                boolean twice = letter == '"' && at + 1 < text.length() && text.charAt(at + 1) == '"';
                if (twice) {
                    cell.append('"');
                    at++;
                } else if (letter == '"') {
                    quoted = false;
                } else {
                    cell.append(letter);
                }
            } else if (letter == '"' && cell.isEmpty()) {
                quoted = true;
            } else if (letter == separator) {
                endCell();
            } else if (letter == '\n') {
                endRow();
            } else if (letter != '\r') {
                cell.append(letter);
            }
        }
        endRow();
        return rows;
    }

    private void endCell() {
        row.add(cell.toString());
        cell.setLength(0);
    }

    private void endRow() {
        endCell();
        if (row.stream().anyMatch(one -> !one.isBlank())) {
            rows.add(row);
        }
        row = new ArrayList<>();
    }
}
