package dev.tiphys.promotion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import dev.tiphys.fleet.Environment;
import dev.tiphys.fleet.Fleet;
import dev.tiphys.fleet.FleetSnapshot;
import dev.tiphys.promotion.plan.Purpose;
import dev.tiphys.web.Refusal;

class PurposeRulesTest {

    private final PurposeRules rules = new PurposeRules(new TwoEnvironments());

    @Test
    void asksForWhatTheEnvironmentsWant() {
        Refusal.Invalid refusal = refused(Purpose.of("developer"), "dev", "prod");

        assertThat(refusal.fields()).containsOnly(Map.entry("note", "prod wants a note that says why."),
                Map.entry("change", "prod wants the reference of a change."));
        assertThatCode(() -> rules.check(Purpose.of("developer"), List.of("dev"))).doesNotThrowAnyException();
        assertThatCode(() -> rules.check(new Purpose("developer", "sale", "CHG1"), List.of("prod")))
                .doesNotThrowAnyException();
    }

    @Test
    void refusesWhatIsTooLong() {
        assertThat(refused(new Purpose("developer", "n".repeat(2001), "two\nlines"), "dev").fields()).containsOnly(
                Map.entry("note", "A note has at most 2,000 characters, and this one has 2,001. Shorten it."),
                Map.entry("change", "The reference of a change is one line of at most 100 characters."));
    }

    private Refusal.Invalid refused(Purpose purpose, String... environments) {
        return catchThrowableOfType(Refusal.Invalid.class, () -> rules.check(purpose, List.of(environments)));
    }

    private static final class TwoEnvironments implements Fleet {

        @Override
        public List<Environment> environments() {
            return List.of(environment("dev", false), environment("prod", true));
        }

        private static Environment environment(String name, boolean strict) {
            return new Environment(name, 0, Map.of("environment", name), List.of(), false, 1, Duration.ZERO, strict,
                    strict);
        }

        @Override
        public FleetSnapshot snapshot() {
            throw new UnsupportedOperationException("what is wanted does not hang on what runs");
        }
    }
}
