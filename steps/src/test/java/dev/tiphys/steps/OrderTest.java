package dev.tiphys.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrderTest {

    @Test
    void readsOptionsInBothForms() {
        Order order = Order.parse(List.of("step", "verify", "--target", "shop/checkout-dev@v4", "--soak=1h30m"));
        assertThat(order.application()).hasToString("shop/checkout-dev");
        assertThat(order.from()).isEqualTo("v4");
        assertThat(order.duration("soak", "0s")).isEqualTo(Duration.ofMinutes(90));
        assertThat(order.duration("timeout", "10m")).isEqualTo(Duration.ofMinutes(10));
    }

    @Test
    void aTargetMayHaveAVersionOfItsOwn() {
        Order own = Order.parse(List.of("step", "sync", "--target", "shop/checkout-dev@v5->v3", "--version", "v4"));
        Order usual = Order.parse(List.of("step", "sync", "--target", "shop/checkout-dev@v5", "--version", "v4"));
        assertThat(own.application()).hasToString("shop/checkout-dev");
        assertThat(own.from()).isEqualTo("v5");
        assertThat(own.version()).isEqualTo("v3");
        assertThat(usual.version()).isEqualTo("v4");
        assertThat(Order.parse(List.of("step", "sync", "--target", "shop/checkout", "--version", "v4")).version())
                .isEqualTo("v4");
    }

    @ParameterizedTest
    @CsvSource({"sync, usage: tiphys step", "step sync --colour red, unknown option '--colour'",
            "step sync target, unknown option 'target'", "step sync --target, --target needs a value",
            "step sync --version a --version b, --version is given twice"})
    void saysWhatIsWrongWithTheArguments(String line, String words) {
        assertThatExceptionOfType(UsageError.class).isThrownBy(() -> Order.parse(List.of(line.split(" ", -1))))
                .withMessageContaining(words);
    }

    @Test
    void saysWhatIsWrongWithAValue() {
        Order order = Order.parse(List.of("step", "sync", "--target", "checkout", "--soak", "soon"));
        assertThatExceptionOfType(UsageError.class).isThrownBy(order::application)
                .withMessageContaining("project/application@version");
        assertThatExceptionOfType(UsageError.class).isThrownBy(order::from).withMessageContaining("lacks the version");
        assertThatExceptionOfType(UsageError.class).isThrownBy(() -> order.duration("soak", "0s"))
                .withMessageContaining("90s, 10m or 1h30m");
        assertThatExceptionOfType(UsageError.class).isThrownBy(order::attempt)
                .withMessageContaining("step sync needs --attempt");
    }

    @ParameterizedTest
    @CsvSource({"0, 0s", "90, 1m30s", "600, 10m", "5400, 1h30m"})
    void writesDurationsAsItReadsThem(long seconds, String text) {
        assertThat(Durations.write(Duration.ofSeconds(seconds))).isEqualTo(text);
        assertThat(Durations.parse(text)).isEqualTo(Duration.ofSeconds(seconds));
    }
}
