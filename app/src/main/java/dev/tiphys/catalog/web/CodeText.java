package dev.tiphys.catalog.web;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A text to read, copy and download, with its line numbers beside it.
///
/// @param language as Prism names it
/// @param href where it can be downloaded
record CodeText(String title, String language, String text, String fileName, String href) {

    public long count() {
        return text.lines().count();
    }

    public String numbers() {
        return IntStream.rangeClosed(1, (int) count()).mapToObj(Integer::toString).collect(Collectors.joining("\n"));
    }
}
