package dev.tiphys.promotion.compile;

import static java.util.stream.Collectors.joining;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.StreamDataWriter;
import org.snakeyaml.engine.v2.comments.CommentLine;
import org.snakeyaml.engine.v2.comments.CommentType;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

import dev.tiphys.promotion.plan.JsonText;

/// Writes ordered maps and lists as YAML for people: short collections on one line, comments where they help. Every
/// reader of YAML 1.1 or 1.2 reads the same object from it.
final class YamlText {

    /// The emitter writes an item's comment behind its dash. No scalar spans lines, so nothing else looks like this.
    private static final Pattern ITEM_COMMENT = Pattern.compile("(?m)^( *)- (#.*\\n(?: *#.*\\n)*) *(?=[^ #])");

    private static final int ONE_LINE = 100;
    private static final int ALWAYS_BLOCK = 2;

    private final Map<String, String> comments;

    private YamlText(Map<String, String> comments) {
        this.comments = comments;
    }

    /// @param comments by path such as `/spec/onExit`; the items of a list are told by their `name`
    static String of(Map<String, Object> document, Map<String, String> comments) {
        DumpSettings settings = DumpSettings.builder().setIndent(2).setSplitLines(false).setWidth(Integer.MAX_VALUE)
                .setDumpComments(true).build();
        StringWriter text = new StringWriter();
        new Dump(settings).dumpNode(new YamlText(comments).node(document, ""), new StreamDataWriter() {
            @Override
            public void write(String string) {
                text.write(string);
            }

            @Override
            public void write(String string, int offset, int length) {
                text.write(string, offset, length);
            }
        });
        return ITEM_COMMENT.matcher(text.toString())
                .replaceAll(found -> Matcher.quoteReplacement(aboveTheDash(found.group(1), found.group(2))));
    }

    private static String aboveTheDash(String indent, String comment) {
        return comment.lines().map(line -> indent + line.strip() + "\n").collect(joining()) + indent + "- ";
    }

    private Node node(Object value, String path) {
        return switch (value) {
            case Map<?, ?> map -> mapping(map, path);
            case List<?> list -> sequence(list, path);
            case String string -> new ScalarNode(Tag.STR, string, YamlQuoting.styleOf(string));
            case Boolean truth -> new ScalarNode(Tag.BOOL, truth.toString(), YamlQuoting.PLAIN);
            default -> new ScalarNode(Tag.INT, value.toString(), YamlQuoting.PLAIN);
        };
    }

    private Node mapping(Map<?, ?> map, String path) {
        List<NodeTuple> tuples = new ArrayList<>();
        map.forEach((name, value) -> {
            String key = String.valueOf(name);
            Node keyNode = new ScalarNode(Tag.STR, key, YamlQuoting.styleOf(key));
            comment(keyNode, path + "/" + key);
            tuples.add(new NodeTuple(keyNode, node(value, path + "/" + key)));
        });
        return new MappingNode(Tag.MAP, tuples, flowOf(map, path));
    }

    private Node sequence(List<?> list, String path) {
        List<Node> nodes = new ArrayList<>();
        for (Object item : list) {
            String itemPath = path + "/" + (item instanceof Map<?, ?> map ? map.get("name") : "-");
            Node node = node(item, itemPath);
            comment(node, itemPath);
            nodes.add(node);
        }
        return new SequenceNode(Tag.SEQ, nodes, flowOf(list, path));
    }

    private void comment(Node node, String path) {
        String comment = comments.get(path);
        if (comment == null)
            return;
        node.setBlockComments(comment.lines().map(line -> new CommentLine(Optional.empty(), Optional.empty(),
                line.isEmpty() ? "" : " " + line, line.isEmpty() ? CommentType.BLANK_LINE : CommentType.BLOCK))
                .toList());
    }

    private FlowStyle flowOf(Object collection, String path) {
        boolean deep = path.chars().filter(c -> c == '/').count() >= ALWAYS_BLOCK;
        boolean commented = comments.keySet().stream().anyMatch(place -> place.startsWith(path + "/"));
        return deep && !commented && JsonText.of(collection).length() <= ONE_LINE ? FlowStyle.FLOW : FlowStyle.BLOCK;
    }
}
