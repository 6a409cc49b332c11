package io.contextmill.source;

import io.contextmill.diagnostic.Position;
import io.contextmill.diagnostic.SourceFile;
import io.contextmill.diagnostic.SourceSpan;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.events.Event;

/** Where the lines and columns of snakeyaml become ours. */
final class YamlMarks {
    private final SourceFile file;

    YamlMarks(SourceFile file) {
        this.file = file;
    }

    SourceSpan span(Event event) {
        return new SourceSpan(file, start(event), end(event));
    }

    Position start(Event event) {
        return position(event.getStartMark());
    }

    Position end(Event event) {
        return position(event.getEndMark());
    }

    Position position(Mark mark) {
        return new Position(mark.getLine() + 1, mark.getColumn() + 1);
    }

    /**
     * The tag or anchor among the properties before a node; its beginning where it cannot be told.
     */
    SourceSpan property(Event node, char sign) {
        Position start = start(node);
        String line = file.line(start.line());
        int at =
                line.offsetByCodePoints(
                        0, Math.min(start.column() - 1, line.codePointCount(0, line.length())));
        while (at < line.length()) {
            int end = at;
            while (end < line.length() && " \t,[]{}".indexOf(line.charAt(end)) < 0) {
                end++;
            }
            if (end > at && line.charAt(at) == sign) {
                int from = line.codePointCount(0, at) + 1;
                int to = from + line.codePointCount(at, end);
                return new SourceSpan(
                        file, new Position(start.line(), from), new Position(start.line(), to));
            }
            at = end + 1;
        }
        return new SourceSpan(file, start, start);
    }
}
