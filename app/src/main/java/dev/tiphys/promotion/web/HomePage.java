package dev.tiphys.promotion.web;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.tiphys.web.Age;
import dev.tiphys.web.Chip;
import dev.tiphys.web.Fresh;
import dev.tiphys.web.Notice;

/// The home page: what waits for whom, what runs now, and what runs where.
///
/// @param live the topics that change this page
record HomePage(Lead lead, List<PromotionRow> running, List<PromotionRow> ended, Matrix matrix, Fresh fresh,
        List<Notice> notices, String live) {

    /// The numbers of the sentence on top.
    record Lead(long forYou, long decisions, long approvals, long moving, int services, int environments,
            int clusters) {

        public boolean isQuiet() {
            return forYou + decisions + approvals + moving == 0;
        }
    }

    /// What runs where.
    ///
    /// @param query what the rows were searched for; empty for all
    /// @param previous address of the page before; null on the first
    record Matrix(List<Column> columns, List<Row> rows, List<Chip> chips, String query, String show, long matching,
            long total, @Nullable String previous, @Nullable String next) {}

    /// An environment.
    record Column(String name, long clusters) {}

    /// A service.
    ///
    /// @param promote address of its new promotion; null for a person who may not promote it
    /// @param href of its page
    /// @param denied why it cannot be promoted by this person; empty when it can
    record Row(String service, String team, List<Cell> cells, boolean upToDate, @Nullable String promote, String href,
            String denied) {}

    /// A service in an environment.
    ///
    /// @param version empty when it does not run there
    /// @param on how many of `of` targets run the version
    /// @param tint `is-behind`, `is-moving` or empty
    /// @param word the state in a word; shown when it is not the good one
    /// @param href of the promotion that moves it; null when none does
    record Cell(String environment, String version, int on, int of, String css, String tint, String word, String note,
            @Nullable Age age, @Nullable String href) {

        public boolean isEmpty() {
            return of == 0;
        }

        public boolean isMixed() {
            return on < of;
        }

        public boolean isCalm() {
            return css.equals("is-ok");
        }
    }
}
