package dev.tiphys.promotion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URI;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.tiphys.web.Refusal;

class VersionNoticeTest {

    @Test
    void takesATagItsRevisionAndItsLinks() {
        VersionNotice notice = VersionNotice.read(" v5 ", "8f2d1c7",
                Map.of("changes", "https://git.example/c/8f2d1c7"));
        assertThat(notice).isEqualTo(new VersionNotice("v5", "8f2d1c7",
                Map.of("changes", URI.create("https://git.example/c/8f2d1c7"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "v{{5", "<script>", "v5 v6", "-v5"})
    void refusesWhatIsNoVersion(String version) {
        assertThatExceptionOfType(Refusal.Invalid.class).isThrownBy(() -> VersionNotice.read(version, "", Map.of()))
                .satisfies(refusal -> assertThat(refusal.fields()).containsOnlyKeys("version"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"javascript:alert(1)", "data:text/html,x", "//evil.example", "git.example/x",
            "https://", "https://a b"})
    void refusesALinkThatIsNoAddressOfTheWeb(String address) {
        assertThatExceptionOfType(Refusal.Invalid.class)
                .isThrownBy(() -> VersionNotice.read("v5", "", Map.of("changes", address)))
                .satisfies(refusal -> assertThat(refusal.fields()).containsOnlyKeys("links"));
    }

    @Test
    void namesAllThatIsWrongAtOnce() {
        Map<String, String> many = IntStream.range(0, 11).boxed()
                .collect(Collectors.toMap(n -> "link " + n, n -> "https://git.example/" + n));
        assertThatExceptionOfType(Refusal.Invalid.class)
                .isThrownBy(() -> VersionNotice.read(null, "two\nlines", many))
                .satisfies(refusal -> assertThat(refusal.fields()).containsOnlyKeys("version", "revision", "links"));
    }
}
