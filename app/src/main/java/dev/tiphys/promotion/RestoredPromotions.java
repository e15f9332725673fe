package dev.tiphys.promotion;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import dev.tiphys.promotion.course.Course;

/// The promotions as a restored database has them.
@Component
class RestoredPromotions {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final PromotionQueries queries;
    private final PromotionLedger ledger;
    private final DecisionBook book;

    RestoredPromotions(PromotionQueries queries, PromotionLedger ledger, DecisionBook book) {
        this.queries = queries;
        this.ledger = ledger;
        this.book = book;
    }

    /// A promotion that has not ended, with what is known of it.
    record Open(Promotion promotion, Course course, List<Decision> decisions) {

        /// For people, such as `checkout v5`.
        String words() {
            return promotion.service() + " " + promotion.version();
        }

        List<Decision> unsent() {
            return decisions.stream().filter(decision -> decision.appliedAt() == null).toList();
        }
    }

    List<Open> open(String namespace) {
        return queries.openIds(namespace).stream().map(PromotionId::new)
                .map(id -> new Open(ledger.get(id), ledger.course(id), book.list(id))).toList();
    }

    /// Which of these ids the database knows; a text that is no id is somebody else's label.
    Set<String> known(List<String> ids) {
        List<UUID> proper = ids.stream().filter(id -> ID.matcher(id).matches()).map(UUID::fromString).toList();
        return queries.known(proper).stream().map(UUID::toString).collect(Collectors.toSet());
    }
}
