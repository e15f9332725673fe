package dev.tiphys.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PortalActionTest {

    private static final Path PAGE = Path.of("..", "docs", "access.md");

    @ParameterizedTest
    @EnumSource(PortalAction.class)
    void standsInTheTableOfTheDocuments(PortalAction action) throws IOException {
        String permissions = action.permissions().stream().map(permission -> "`" + permission.word() + "`")
                .collect(Collectors.joining(" or "));
        assertThat(Files.readString(PAGE))
                .contains("| `" + action.code() + "` | " + action.words() + " | " + permissions + " |");
    }

    @Test
    void eachHasACodeOfItsOwnAndTakesAPermission() {
        assertThat(Stream.of(PortalAction.values()).map(PortalAction::code)).doesNotHaveDuplicates();
        assertThat(PortalAction.values()).allSatisfy(action -> assertThat(action.permissions()).isNotEmpty());
    }

    @ParameterizedTest
    @EnumSource(ReadyMadeRole.class)
    void theReadyMadeRolesAreDocumentedToo(ReadyMadeRole role) throws IOException {
        String row = Files.readString(PAGE).lines().filter(line -> line.startsWith("| `" + role.word() + "` |"))
                .findFirst().orElse("");
        assertThat(row).contains(role.permissions().stream().map(permission -> "`" + permission.word() + "`").toList());
        assertThat(row.chars().filter(letter -> letter == '`').count()).isEqualTo(2L + 2L * role.permissions().size());
    }
}
