package dev.tiphys.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {

    @ParameterizedTest
    @ValueSource(strings = {"=HYPERLINK(\"http://evil\")", "+1+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\t=1", "\r=1",
            "  =1", "\uFF1D1+1", "|calc", "%0A=1", "\n=1"})
    void aCellThatWouldBeAFormulaIsText(String hostile) {
        assertThat(Csv.line(hostile)).startsWith("\"'");
    }

    @Test
    void quotesCommasAndLineEndsStayInsideTheirCell() {
        assertThat(Csv.line("a\"b", "c,d", null, 7)).isEqualTo("\"a\"\"b\",\"c,d\",\"\",\"7\"\r\n");
        assertThat(Csv.line("two\nlines\",\"=1")).isEqualTo("\"two\nlines\"\",\"\"=1\"\r\n");
    }
}
