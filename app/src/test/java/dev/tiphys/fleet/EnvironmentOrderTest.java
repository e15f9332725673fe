package dev.tiphys.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

class EnvironmentOrderTest {

    private static FleetProperties.Place place(String name, String... after) {
        return new FleetProperties.Place(name, Map.of("environment", name), List.of(after), false, 1,
                Duration.ofSeconds(60), false, false);
    }

    @Test
    void numbersEnvironmentsAsTheyAreListed() {
        assertThat(EnvironmentOrder.of(List.of(place("dev"), place("stage", "dev")))).extracting(Environment::position)
                .containsExactly(0, 1);
    }

    @Test
    void refusesAnEnvironmentAfterOneThatIsNotListedBeforeIt() {
        assertThatThrownBy(() -> EnvironmentOrder.of(List.of(place("stage", "dev"), place("dev"))))
                .hasMessageContaining("'stage' comes after 'dev'");
    }

    @Test
    void refusesTheSameNameTwice() {
        assertThatThrownBy(() -> EnvironmentOrder.of(List.of(place("dev"), place("dev"))))
                .hasMessageContaining("twice");
    }
}
