package dev.tiphys.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.tiphys.web.Refusal;

class FoundTableTest {

    @Test
    void readsWhatASpreadsheetWrites() {
        assertThat(FoundTable.read(
                "\uFEFFname,owner,size,endpoint\r\nledger,shop,small,\"a, \"\"b\"\"\nc\"\r\n\r\nold,,,\r\n",
                Set.of("size"))).containsExactly(
                        new Found("ledger", "shop", Map.of("size", "small"), Map.of("endpoint", "a, \"b\"\nc")),
                        new Found("old", "", Map.of(), Map.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"name;owner\nledger;shop", "name\towner\nledger\tshop", "Owner,name\nshop,ledger,more"})
    void knowsTheUsualSeparators(String table) {
        assertThat(FoundTable.read(table, Set.of())).first().satisfies(found -> {
            assertThat(found.name()).isEqualTo("ledger");
            assertThat(found.owner()).isEqualTo("shop");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "owner\nshop", "name,size,size\na,b,c"})
    void refusesWhatIsNoSuchTable(String table) {
        assertThatExceptionOfType(Refusal.Invalid.class).isThrownBy(() -> FoundTable.read(table, Set.of()));
    }

    @Test
    void refusesWhatIsTooLong() {
        assertThatExceptionOfType(Refusal.Invalid.class)
                .isThrownBy(() -> FoundTable.read("name\n" + "x\n".repeat(2_001), Set.of()))
                .withMessageContaining("2000");
    }

    @Test
    void whatIsDiscoveredIsDividedTheSameWay() {
        assertThat(Discoveries.parse("""
                [{"name": "ledger", "owner": "shop", "size": 3, "endpoint": "x", "tags": ["a"], "note": null}]""",
                Set.of("size"))).isEqualTo(
                        List.of(new Found("ledger", "shop", Map.of("size", "3"), Map.of("endpoint", "x"))));
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> Discoveries.parse("[{\"owner\": \"shop\"}]", Set.of()));
    }
}
