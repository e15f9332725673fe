package dev.tiphys.catalog.web;

import java.util.List;

import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/// The documentation of a provider as HTML. HTML within is shown as text, and links go to the web alone.
final class Markdown {

    private static final int MOST_NESTED = 20;
    private static final List<Extension> TABLES = List.of(TablesExtension.create());
    private static final Parser PARSER = Parser.builder().extensions(TABLES).maxOpenBlockParsers(MOST_NESTED).build();
    private static final HtmlRenderer RENDERER = HtmlRenderer.builder().extensions(TABLES).escapeHtml(true)
            .sanitizeUrls(true).attributeProviderFactory(context -> (node, tag, attributes) -> {
                if (node instanceof Link) {
                    attributes.put("rel", "noopener noreferrer nofollow");
                    attributes.put("class", "link");
                }
            }).build();

    private Markdown() {
    }

    static String html(String markdown) {
        Node document = PARSER.parse(markdown);
        document.accept(new Lower());
        return RENDERER.render(document);
    }

    // The page has its title already.
    private static final class Lower extends AbstractVisitor {

        @Override
        public void visit(Heading heading) {
            heading.setLevel(Math.min(6, heading.getLevel() + 2));
            visitChildren(heading);
        }
    }
}
