package io.contextmill.emitters.text;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;

/**
 * What a Markdown file shows: its blocks, what is special in them, and their texts; blocks of code
 * as the shell reads them.
 */
final class MarkdownFacts {
    private static final Parser PARSER =
            Parser.builder().extensions(List.of(TablesExtension.create())).build();

    private MarkdownFacts() {}

    static List<String> of(String text) {
        List<String> facts = new ArrayList<>();
        read(PARSER.parse(text), facts);
        return facts;
    }

    private static void read(Node node, List<String> facts) {
        facts.add(node.getClass().getSimpleName());
        if (node instanceof FencedCodeBlock code) {
            facts.add(String.valueOf(code.getInfo()));
            facts.addAll(ShellFacts.of(code.getLiteral()));
        } else if (node instanceof IndentedCodeBlock code) {
            facts.add(code.getLiteral());
        } else if (node instanceof Code code) {
            facts.add(code.getLiteral());
        } else if (node instanceof HtmlBlock html) {
            facts.add(html.getLiteral());
        } else if (node instanceof HtmlInline html) {
            facts.add(html.getLiteral());
        } else if (node instanceof Link link) {
            facts.add(link.getDestination() + " " + link.getTitle());
        }
        StringBuilder text = new StringBuilder();
        for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
            if (child instanceof Text part) {
                text.append(part.getLiteral());
            } else if (child instanceof SoftLineBreak || child instanceof HardLineBreak) {
                text.append('\n');
            } else {
                end(text, facts);
                read(child, facts);
            }
        }
        end(text, facts);
        facts.add("end");
    }

    private static void end(StringBuilder text, List<String> facts) {
        if (!text.isEmpty()) {
            facts.add(text.toString());
            text.setLength(0);
        }
    }
}
