package dev.tiphys.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

/// A word that explains itself on a page says what the glossary says.
class GlossaryTest {

    private static final Pattern ROW = Pattern.compile("(?m)^\\| ([^|(]+?)(?: \\([^|]*\\))? \\| (.+) \\|$");
    private static final String WORDS = "ui-templates/src/main/resources/messages/promotion.properties";

    /// The meanings by their words in small letters, as a page shows them.
    private static Map<String, String> glossary() {
        Map<String, String> meanings = new HashMap<>();
        Matcher row = ROW.matcher(Repository.text("docs/glossary.md"));
        while (row.find()) {
            meanings.putIfAbsent(row.group(1).toLowerCase(Locale.ROOT), shown(row.group(2)));
        }
        return meanings;
    }

    private static String shown(String markdown) {
        String plain = markdown.replaceAll("\\[([^]]*)]\\([^)]*\\)", "$1").replaceAll("[`*]", "").replace('\'',
                '\u2019');
        return Character.toUpperCase(plain.charAt(0)) + plain.substring(1) + ".";
    }

    private static Properties messages() throws IOException {
        Properties messages = new Properties();
        messages.load(new StringReader(Repository.text(WORDS)));
        return messages;
    }

    @Test
    void everyWordThatExplainsItselfSaysWhatTheGlossarySays() throws IOException {
        Map<String, String> glossary = glossary();
        Properties messages = messages();

        assertThat(messages.stringPropertyNames()).filteredOn(key -> key.startsWith("word.")).isNotEmpty()
                .allSatisfy(key -> assertThat(messages.getProperty(key)).as(key)
                        .isEqualTo(glossary.get(key.substring("word.".length()))));
    }

    @Test
    void everyWordOnAPageHasAMeaning() throws IOException {
        Properties messages = messages();
        Pattern use = Pattern.compile("person :: word\\('([a-z-]+)'");

        assertThat(Repository.files("ui-templates/src/main/resources/templates")).allSatisfy(file -> {
            Matcher word = use.matcher(Repository.text(file));
            while (word.find()) {
                assertThat(messages.getProperty("word." + word.group(1))).as(word.group(1) + " in " + file).isNotNull();
            }
        });
    }
}
