package io.contextmill.emitters.java;

import io.contextmill.emitters.java.SourcePart.Blank;
import io.contextmill.emitters.java.SourcePart.Code;
import io.contextmill.emitters.java.SourcePart.Comment;
import io.contextmill.emitters.java.SourcePart.Verbatim;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Lays out a Java source as people do: no line longer than 120 columns, comments wrapped, one empty
 * line between members but none between fields and between the constants of an enum, {@code {}} for
 * what is empty. Changes white space only.
 */
final class Layout {
    private Layout() {}

    /** The same source, laid out. */
    static String of(String source) {
        List<SourcePart> parts = withEmptyBlocksJoined(SourcePart.of(source));
        StringBuilder text = new StringBuilder();
        for (SourcePart part : withBlanksSettled(parts)) {
            for (String line : lines(part)) {
                text.append(line).append('\n');
            }
        }
        return text.toString();
    }

    private static List<String> lines(SourcePart part) {
        if (part instanceof Code code) {
            return code.isBrokenOnPurpose()
                    ? code.written()
                    : LineBreaks.lay(code.text(), code.indent());
        }
        if (part instanceof Comment comment) {
            return CommentLines.lay(comment.texts(), comment.indent());
        }
        if (part instanceof Verbatim verbatim) {
            return verbatim.lines();
        }
        return List.of("");
    }

    private static List<SourcePart> withEmptyBlocksJoined(List<SourcePart> parts) {
        List<SourcePart> joined = new ArrayList<>();
        for (SourcePart part : parts) {
            int last = joined.size() - 1;
            if (last >= 0
                    && part instanceof Code closing
                    && closing.text().startsWith("}")
                    && joined.get(last) instanceof Code opening
                    && opening.opensBlock()
                    && !closing.opensBlock()) {
                String text = opening.text() + closing.text();
                joined.set(last, new Code(opening.indent(), text, List.of(text)));
            } else {
                joined.add(part);
            }
        }
        return joined;
    }

    private static List<SourcePart> withBlanksSettled(List<SourcePart> parts) {
        List<SourcePart> settled = new ArrayList<>();
        Deque<Boolean> blocks = new ArrayDeque<>();
        for (int i = 0; i < parts.size(); i++) {
            SourcePart part = parts.get(i);
            boolean members = !blocks.isEmpty() && blocks.element();
            if (part instanceof Blank) {
                if (i + 1 < parts.size() && isWanted(settled, parts.get(i + 1), members)) {
                    settled.add(part);
                }
                continue;
            }
            if (beginsAfterHeader(settled, part, parts.subList(i, parts.size()))) {
                settled.add(new Blank());
            }
            if (part instanceof Code code) {
                track(code, blocks);
            }
            settled.add(part);
        }
        return settled;
    }

    private static void track(Code code, Deque<Boolean> blocks) {
        if (code.text().startsWith("}")) {
            blocks.poll();
        }
        if (code.opensBlock()) {
            blocks.push(code.opensType());
        }
    }

    /** Whether an empty line stays between what is there already and what comes next. */
    private static boolean isWanted(List<SourcePart> before, SourcePart next, boolean members) {
        if (before.isEmpty() || next instanceof Blank) {
            return false;
        }
        if (next instanceof Code code && code.text().startsWith("}")) {
            return false;
        }
        if (!(before.get(before.size() - 1) instanceof Code last)) {
            return true;
        }
        if (last.opensBlock() || (members && last.text().endsWith(","))) {
            return false;
        }
        boolean documented = before.size() > 1 && before.get(before.size() - 2) instanceof Comment;
        boolean sameFields =
                members
                        && last.isField()
                        && next instanceof Code code
                        && code.isField()
                        && last.kindOfField() == code.kindOfField();
        return documented || !sameFields;
    }

    /**
     * Whether the first member of a type of the top level comes next, and is more than a plain
     * field or method.
     */
    private static boolean beginsAfterHeader(
            List<SourcePart> before, SourcePart part, List<SourcePart> rest) {
        if (before.isEmpty()
                || !(before.get(before.size() - 1) instanceof Code header)
                || header.indent() > 0
                || !header.opensType()) {
            return false;
        }
        boolean documented = part instanceof Comment;
        SourcePart member = documented && rest.size() > 1 ? rest.get(1) : part;
        if (!(member instanceof Code code) || code.text().startsWith("}") || code.isField()) {
            return false;
        }
        return header.opensRecordOrInterface() || (documented && !header.isEnum());
    }
}
