package dev.tiphys.catalog.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/// What a table of instances shows, as its address says it: everything that was searched, chosen and sorted.
///
/// @param of `mine` for those of the person's own teams; empty for all
/// @param size rows on a page; 0 for as many as usual
record TableAddress(String path, String q, String status, String of, String sort, int size) {

    TableAddress status(String other) {
        return new TableAddress(path, q, other, of, sort, size);
    }

    TableAddress of(String other) {
        return new TableAddress(path, q, status, other, sort, size);
    }

    TableAddress sort(String other) {
        return new TableAddress(path, q, status, of, other, size);
    }

    String page(int page) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("q", q);
        parts.put("status", status);
        parts.put("of", of);
        parts.put("sort", sort);
        parts.put("size", size == 0 ? "" : Integer.toString(size));
        parts.put("page", page == 0 ? "" : Integer.toString(page));
        String query = parts.entrySet().stream().filter(part -> !part.getValue().isEmpty())
                .map(part -> part.getKey() + "=" + URLEncoder.encode(part.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? path : path + "?" + query;
    }

    String first() {
        return page(0);
    }
}
