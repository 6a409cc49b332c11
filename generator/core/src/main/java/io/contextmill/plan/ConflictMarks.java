package io.contextmill.plan;

import io.contextmill.diagnostic.Diagnostic;
import io.contextmill.diagnostic.Position;
import io.contextmill.diagnostic.SourceFile;
import io.contextmill.diagnostic.SourceSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The lines between which both sides of a conflict stand in a file, in the form of version control:
 * {@code <<<<<<<}, {@code =======} and {@code >>>>>>>}, the person's side first.
 */
final class ConflictMarks {
    private static final Pattern CONFLICT =
            Pattern.compile(
                    "(?ms)^<{7} [^\\r\\n]*\\r?\\n(?<yours>.*?)^={7}\\r?\\n(?<generated>.*?)^>{7} [^\\r\\n]*(?:\\r?\\n|\\z)");

    private ConflictMarks() {}

    /** Finds each conflict that is marked, in the order of the file. */
    static List<Diagnostic> in(SourceFile file) {
        List<Diagnostic> undecided = new ArrayList<>();
        Matcher conflict = CONFLICT.matcher(file.text());
        int line = 1;
        int counted = 0;
        while (conflict.find()) {
            line += file.text().substring(counted, conflict.start()).split("\n", -1).length - 1;
            counted = conflict.start();
            Position start = new Position(line, 1);
            Position end = new Position(line, 1 + file.line(line).length());
            undecided.add(
                    PlanRules.UNRESOLVED.at(
                            new SourceSpan(file, start, end),
                            "a conflict is marked here and not decided",
                            "leave one side or both, without the marks; or take one side of all with"
                                    + " `contextmill resolve`"));
        }
        return undecided;
    }

    /** The same text with one side of every conflict, and no mark. */
    static String decided(String text, Resolution.Side side) {
        return CONFLICT.matcher(text)
                .replaceAll(side == Resolution.Side.YOURS ? "${yours}" : "${generated}");
    }
}
