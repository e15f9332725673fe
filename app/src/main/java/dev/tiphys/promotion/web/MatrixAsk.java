package dev.tiphys.promotion.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

import dev.tiphys.promotion.web.HomePage.Row;
import dev.tiphys.web.Chip;

/// Which services of the matrix are wanted.
///
/// @param show `all`, `behind`, `moving` or `unhealthy`
record MatrixAsk(String query, String show, int page) {

    static final int SIZE = 60;
    private static final Map<String, String> CHIPS = new LinkedHashMap<>();
    static {
        CHIPS.put("all", "All");
        CHIPS.put("behind", "Behind");
        CHIPS.put("moving", "Moving");
        CHIPS.put("unhealthy", "Unhealthy");
    }

    static MatrixAsk of(@Nullable String query, @Nullable String show, int page) {
        String wanted = show != null && CHIPS.containsKey(show) ? show : "all";
        return new MatrixAsk(query == null ? "" : query.strip(), wanted, page);
    }

    boolean matches(Row row) {
        String text = (row.service() + " " + row.team() + " "
                + String.join(" ", row.cells().stream().map(cell -> cell.version()).toList())).toLowerCase(Locale.ROOT);
        return List.of(query.toLowerCase(Locale.ROOT).split("[\\s,]+")).stream().allMatch(text::contains);
    }

    boolean shows(Row row) {
        return shows(row, show);
    }

    private static boolean shows(Row row, String show) {
        return switch (show) {
            case "behind" -> row.cells().stream().anyMatch(cell -> cell.tint().equals("is-behind"));
            case "moving" -> row.cells().stream().anyMatch(cell -> cell.tint().equals("is-moving"));
            case "unhealthy" -> row.cells().stream().anyMatch(cell -> cell.css().equals("is-bad"));
            default -> true;
        };
    }

    List<Chip> chips(List<Row> found) {
        return CHIPS.entrySet().stream()
                .map(chip -> new Chip(chip.getValue(), found.stream().filter(row -> shows(row, chip.getKey())).count(),
                        href(chip.getKey(), 0), chip.getKey().equals(show)))
                .toList();
    }

    String href(int wantedPage) {
        return href(show, wantedPage);
    }

    private String href(String wanted, int wantedPage) {
        var address = UriComponentsBuilder.fromPath(Links.HOME);
        if (!wanted.equals("all")) {
            address.queryParam("show", wanted);
        }
        if (wantedPage > 0) {
            address.queryParam("page", wantedPage);
        }
        if (!query.isEmpty()) {
            return address.queryParam("q", "{q}").encode().buildAndExpand(query).toUriString();
        }
        return address.toUriString();
    }
}
