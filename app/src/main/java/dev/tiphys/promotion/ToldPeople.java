package dev.tiphys.promotion;

import java.time.Instant;
import java.util.List;

/// Where people were told that a promotion waits for them. Whoever tells them says so here, and the promotion's page
/// shows it.
public interface ToldPeople {

    /// @param waves whose gates wait
    List<Told> of(PromotionId promotion, List<String> waves);

    /// @param where such as `#approvals`
    record Told(String where, Instant at) {}
}
