package dev.tiphys.fleet.web;

import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

import dev.tiphys.fleet.Misfit;
import dev.tiphys.web.Fresh;
import dev.tiphys.web.State;
import dev.tiphys.web.Status;

/// The clusters and Applications without a place of their own.
///
/// @param matching how many the search has found, of `total`
/// @param live the topics that change this page
record MisfitsPage(List<Row> rows, String query, int matching, int total, @Nullable String previous,
        @Nullable String next, Fresh fresh, String live) {

    private static final String PATH = "/fleet/misfits";

    /// @param mend the label that would give it a place; empty when a label is not what it lacks
    record Row(String kind, String name, String argoCd, Status status, String problem, String mend, String where) {

        static Row of(Misfit one) {
            return new Row(one.kind().name().toLowerCase(Locale.ROOT), one.name(), one.argoCd(), status(one.code()),
                    one.problem(), one.mend(), one.where());
        }

        private static Status status(String code) {
            return switch (code) {
                case "no-service" -> new Status(State.IDLE, "No service");
                case "two-environments" -> new Status(State.BAD, "Two environments");
                default -> new Status(State.WAIT, "No environment");
            };
        }
    }

    static MisfitsPage of(List<Misfit> all, FleetAsk ask, Fresh fresh) {
        List<Misfit> found = all.stream().filter(one -> ask.finds(one.name(), one.argoCd(), one.code(), one.mend()))
                .toList();
        int start = Math.min(ask.page() * FleetAsk.SIZE, found.size());
        int end = Math.min(start + FleetAsk.SIZE, found.size());
        return new MisfitsPage(found.subList(start, end).stream().map(Row::of).toList(), ask.query(), found.size(),
                all.size(), start > 0 ? href(ask, ask.page() - 1) : null,
                end < found.size() ? href(ask, ask.page() + 1) : null, fresh, "fleet");
    }

    private static String href(FleetAsk ask, int page) {
        return UriComponentsBuilder.fromPath(PATH).queryParam("q", "{q}").queryParam("page", page).encode()
                .buildAndExpand(ask.query()).toUriString();
    }
}
