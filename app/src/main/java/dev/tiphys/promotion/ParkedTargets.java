package dev.tiphys.promotion;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Who looks after a target that asks. It counts for the question it was said to: the next question is free again.
@Component
class ParkedTargets {

    private final JdbcClient database;

    ParkedTargets(JdbcClient database) {
        this.database = database;
    }

    /// Who looks after which target of a promotion, by `project/application`.
    Map<UUID, Map<String, String>> takers(Collection<UUID> promotions) {
        record Taken(UUID promotion, String application, String name) {}
        if (promotions.isEmpty()) {
            return Map.of();
        }
        List<Taken> taken = database.sql("""
                select promotion, application, taken_by_name as name from promotion_target
                where promotion in (:ids) and phase = 'ASKS' and taken_node = ask_node and taken_by is not null
                """).param("ids", promotions).query((row, n) -> new Taken(row.getObject("promotion", UUID.class),
                row.getString("application"), row.getString("name"))).list();
        return taken.stream().collect(Collectors.groupingBy(Taken::promotion,
                Collectors.toMap(Taken::application, Taken::name)));
    }

    /// Whether the person has it now; not when somebody else does or it no longer asks.
    boolean take(PromotionId promotion, String application, String subject, String name) {
        return database.sql("""
                update promotion_target set taken_by = :subject, taken_by_name = :name, taken_node = ask_node
                where promotion = :promotion and application = :application and phase = 'ASKS'
                  and (taken_by is null or taken_by = :subject or taken_node is distinct from ask_node)
                """).param("subject", subject).param("name", name).param("promotion", promotion.value())
                .param("application", application).update() == 1;
    }

    boolean release(PromotionId promotion, String application, String subject) {
        return database.sql("""
                update promotion_target set taken_by = null, taken_by_name = null, taken_node = null
                where promotion = ? and application = ? and taken_by = ? and taken_node = ask_node
                """).params(promotion.value(), application, subject).update() == 1;
    }
}
