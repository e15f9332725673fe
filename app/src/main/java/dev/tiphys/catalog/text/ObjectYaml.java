package dev.tiphys.catalog.text;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.StreamDataWriter;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import tools.jackson.databind.JsonNode;

/// Writes an object as YAML. Words that are something else in YAML 1.1 stand in quotes, texts of several lines stand as
/// they are.
public final class ObjectYaml {

    private static final Pattern WORD = Pattern.compile("[A-Za-z_/][A-Za-z0-9_./-]*(@[A-Za-z0-9_./-]+)?");
    private static final Set<String> NO_TEXTS = Set.of("y", "n", "yes", "no", "on", "off", "true", "false", "null");
    private static final Pattern BLOCK = Pattern.compile(
            "[\\x20-\\x7e\\n\\u00a0-\\ud7ff\\ue000-\\ufffd]*\\n[\\x20-\\x7e\\n\\u00a0-\\ud7ff\\ue000-\\ufffd]*");

    private ObjectYaml() {
    }

    public static String of(JsonNode object) {
        DumpSettings settings = DumpSettings.builder().setIndent(2).setIndicatorIndent(2).setIndentWithIndicator(true)
                .setSplitLines(false).setWidth(Integer.MAX_VALUE).build();
        StringWriter text = new StringWriter();
        new Dump(settings).dumpNode(node(object), new StreamDataWriter() {
            @Override
            public void write(String string) {
                text.write(string);
            }

            @Override
            public void write(String string, int offset, int length) {
                text.write(string, offset, length);
            }
        });
        return text.toString().endsWith("\n") ? text.toString() : text + "\n";
    }

    /// Several objects in one file.
    public static String of(List<? extends JsonNode> objects) {
        return String.join("---\n", objects.stream().map(ObjectYaml::of).toList());
    }

    private static Node node(JsonNode value) {
        if (value.isObject()) {
            List<NodeTuple> tuples = new ArrayList<>();
            value.properties().forEach(
                    entry -> tuples.add(new NodeTuple(string(entry.getKey()), node(entry.getValue()))));
            return new MappingNode(Tag.MAP, tuples, value.isEmpty() ? FlowStyle.FLOW : FlowStyle.BLOCK);
        }
        if (value.isArray()) {
            boolean simple = value.valueStream().allMatch(JsonNode::isValueNode);
            return new SequenceNode(Tag.SEQ, value.valueStream().map(ObjectYaml::node).toList(),
                    simple && value.toString().length() < 100 ? FlowStyle.FLOW : FlowStyle.BLOCK);
        }
        return value.isString()
                ? string(value.asString())
                : new ScalarNode(tag(value), value.isNull() ? "null" : value.asString(), ScalarStyle.PLAIN);
    }

    private static Tag tag(JsonNode value) {
        return value.isBoolean()
                ? Tag.BOOL
                : value.isNull() ? Tag.NULL : value.isIntegralNumber() ? Tag.INT : Tag.FLOAT;
    }

    private static ScalarNode string(String text) {
        return new ScalarNode(Tag.STR, text, style(text));
    }

    private static ScalarStyle style(String text) {
        if (WORD.matcher(text).matches() && !NO_TEXTS.contains(text.toLowerCase(Locale.ROOT))) {
            return ScalarStyle.PLAIN;
        }
        if (BLOCK.matcher(text).matches() && !text.startsWith(" ") && !text.startsWith("\n")
                && text.lines().noneMatch(line -> line.endsWith(" "))) {
            return ScalarStyle.LITERAL;
        }
        return text.chars().allMatch(c -> c >= ' ' && c < 0x7f)
                ? ScalarStyle.SINGLE_QUOTED
                : ScalarStyle.DOUBLE_QUOTED;
    }
}
