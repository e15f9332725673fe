package dev.tiphys.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;

import org.junit.jupiter.api.Test;

class EmergencyWishTest {

    @Test
    void readsWhatIsItsOwnAndLeavesTheRestToTheConfiguration() {
        EmergencyWish wish = EmergencyWish.read(List.of("--name", "Ada Moreau", "--reason=provider is down",
                "--groups", "platform-admins, viewers", "--spring.config.additional-location=file:/etc/tiphys/"));
        assertThat(wish.name()).isEqualTo("Ada Moreau");
        assertThat(wish.reason()).isEqualTo("provider is down");
        assertThat(wish.groups()).containsExactly("platform-admins", "viewers");
        assertThat(wish.minutes()).isEqualTo(30);
        assertThat(wish.rest()).containsExactly("--spring.config.additional-location=file:/etc/tiphys/");
    }

    @Test
    void wantsANameAndAReasonAndAnHourAtMost() {
        assertThatThrownBy(() -> EmergencyWish.read(List.of("--name", "Ada"))).hasMessageContaining("--reason");
        assertThatThrownBy(() -> EmergencyWish.read(List.of("--reason", "x"))).hasMessageContaining("--name");
        assertThatThrownBy(
                () -> EmergencyWish.read(List.of("--name", "Ada", "--reason", "x", "--minutes", "90")))
                .hasMessageContaining("1 to 60");
    }
}
