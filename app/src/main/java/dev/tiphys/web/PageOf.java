package dev.tiphys.web;

import java.util.List;
import java.util.function.Function;

/// One page of a list, as every list of the JSON API answers it: the items, which page (from 0), its size, and how many
/// items there are in all.
public record PageOf<T>(List<T> items, int page, int size, long total) {

    public PageOf {
        items = List.copyOf(items);
    }

    /// The page of a list that is in memory as a whole.
    public static <T> PageOf<T> from(List<T> all, PageAsk ask) {
        int start = (int) Math.min(ask.offset(), all.size());
        int end = Math.min(start + ask.size(), all.size());
        return new PageOf<>(all.subList(start, end), ask.page(), ask.size(), all.size());
    }

    public <R> PageOf<R> map(Function<? super T, ? extends R> change) {
        return new PageOf<>(items.stream().<R>map(change).toList(), page, size, total);
    }

    public boolean hasPrevious() {
        return page > 0;
    }

    public boolean hasNext() {
        return (long) (page + 1) * size < total;
    }
}
