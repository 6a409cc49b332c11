package io.contextmill.emitters.java;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Breaks a line of Java that is too long, at its outermost place first: before {@code implements},
 * {@code permits} and {@code throws}, before operators, before the calls of a chain, behind the
 * bracket of the last arguments. What follows a break is indented by two steps; elements of arrays
 * by one.
 */
final class LineBreaks {
    static final int WIDTH = 120;
    private static final int CONTINUATION = 8;
    private static final int ELEMENT = 4;
    private static final List<String> CLAUSES = List.of(" implements ", " permits ", " throws ");
    private static final List<List<String>> OPERATORS =
            List.of(List.of(" ? ", " : "), List.of(" || "), List.of(" && "), List.of(" + "));

    /** A call without arguments, behind which no line ends: {@code return orders()}. */
    private static final Pattern GETTER = Pattern.compile("(return )?\\w+\\(\\)");

    private LineBreaks() {}

    /**
     * The lines that a line becomes, each with its indentation; one that has no place to break
     * stays too long.
     */
    static List<String> lay(String text, int indent) {
        List<String> lines = new ArrayList<>();
        lay(text, indent, lines);
        return lines;
    }

    private static void lay(String text, int indent, List<String> to) {
        lay(text, indent, CONTINUATION, to);
    }

    /**
     * Lays out a text whose arguments, where they have lines of their own, are indented by so much
     * more.
     */
    private static void lay(String text, int indent, int continuation, List<String> to) {
        if (fits(text, indent)) {
            to.add(" ".repeat(indent) + text);
            return;
        }
        boolean broken =
                atResources(text, indent, to)
                        || atClauses(text, indent, to)
                        || atOperators(text, indent, to)
                        || atCalls(text, indent, to)
                        || atAssignment(text, indent, to)
                        || atAnnotations(text, indent, to)
                        || atArguments(text, indent, continuation, to);
        if (!broken) {
            to.add(" ".repeat(indent) + text);
        }
    }

    private static boolean fits(String text, int indent) {
        return indent + text.length() <= WIDTH;
    }

    private static boolean atResources(String text, int indent, List<String> to) {
        int semicolon = text.indexOf("; ");
        if (!text.startsWith("try (") || semicolon < 0) {
            return false;
        }
        lay(text.substring(0, semicolon + 1), indent, to);
        lay(text.substring(semicolon + 2), indent + CONTINUATION, to);
        return true;
    }

    private static boolean atClauses(String text, int indent, List<String> to) {
        SourceScan scan = SourceScan.of(text);
        List<Integer> places =
                CLAUSES.stream().flatMap(clause -> scan.outside(clause).stream()).sorted().toList();
        if (places.isEmpty()) {
            return false;
        }
        List<String> pieces = pieces(text, places);
        lay(pieces.get(0).strip(), indent, to);
        for (String piece : pieces.subList(1, pieces.size())) {
            layClause(piece.strip(), indent + CONTINUATION, to);
        }
        return true;
    }

    /** A clause, its names one below the other where they do not fit into a line. */
    private static void layClause(String clause, int indent, List<String> to) {
        if (fits(clause, indent)) {
            to.add(" ".repeat(indent) + clause);
            return;
        }
        List<String> names = commaSeparated(clause);
        to.add(" ".repeat(indent) + names.get(0));
        for (String name : names.subList(1, names.size())) {
            to.add(" ".repeat(indent + CONTINUATION) + name);
        }
    }

    private static boolean atOperators(String text, int indent, List<String> to) {
        SourceScan scan = SourceScan.of(text);
        int start = expressionStart(scan);
        for (List<String> operators : OPERATORS) {
            List<Integer> places =
                    operators.stream()
                            .flatMap(operator -> scan.outside(operator).stream())
                            .filter(place -> place >= start)
                            .sorted()
                            .toList();
            if (!places.isEmpty()) {
                layPieces(pieces(text, places), indent, to);
                return true;
            }
        }
        return false;
    }

    private static boolean atCalls(String text, int indent, List<String> to) {
        SourceScan scan = SourceScan.of(text);
        int start = expressionStart(scan);
        List<Integer> places =
                scan
                        .outside(
                                i ->
                                        i > start
                                                && text.charAt(i) == '.'
                                                && text.charAt(i - 1) == ')')
                        .stream()
                        .filter(place -> !GETTER.matcher(text.substring(start, place)).matches())
                        .toList();
        if (places.isEmpty()) {
            return false;
        }
        List<String> calls = pieces(text, behindStream(text, indent, places));
        lay(calls.get(0).strip(), indent, 2 * CONTINUATION, to);
        calls.subList(1, calls.size())
                .forEach(call -> lay(call.strip(), indent + CONTINUATION, to));
        return true;
    }

    /**
     * The places behind {@code .stream()} where everything before has room in one line, or else
     * all.
     */
    private static List<Integer> behindStream(String text, int indent, List<Integer> places) {
        List<Integer> behind =
                places.stream().filter(place -> place > text.indexOf(".stream()")).toList();
        boolean fits = !behind.isEmpty() && indent + behind.get(0) <= WIDTH;
        return text.contains(".stream()") && fits ? behind : places;
    }

    private static boolean atAssignment(String text, int indent, List<String> to) {
        List<Integer> places = SourceScan.of(text).outside(" = ");
        if (places.isEmpty()) {
            return false;
        }
        int behind = places.get(0) + " = ".length();
        if (!fits(text.substring(behind), indent + CONTINUATION)) {
            return false;
        }
        to.add(" ".repeat(indent) + text.substring(0, behind).strip());
        to.add(" ".repeat(indent + CONTINUATION) + text.substring(behind));
        return true;
    }

    /** Parameters that begin with annotations, or whose type's argument does. */
    private static boolean atAnnotations(String text, int indent, List<String> to) {
        SourceScan scan = SourceScan.of(text);
        Optional<Integer> argument = scan.outside("<@").stream().findFirst();
        if (!text.startsWith("@") && argument.isPresent()) {
            int begin = argument.get() + 1;
            to.add(" ".repeat(indent) + text.substring(0, begin));
            annotated(text.substring(begin))
                    .forEach(piece -> lay(piece, indent + CONTINUATION, to));
            return true;
        }
        List<String> pieces = annotated(text);
        if (pieces.size() < 2) {
            return false;
        }
        pieces.forEach(piece -> lay(piece, indent, to));
        return true;
    }

    /** The annotations that a text begins with, and what they are about. */
    private static List<String> annotated(String text) {
        List<String> pieces = new ArrayList<>();
        String rest = text;
        while (rest.startsWith("@")) {
            int end = 1;
            while (end < rest.length()
                    && (Character.isJavaIdentifierPart(rest.charAt(end))
                            || rest.charAt(end) == '.')) {
                end++;
            }
            if (end < rest.length() && rest.charAt(end) == '(') {
                end = Math.min(SourceScan.of(rest).closing(end) + 1, rest.length());
            }
            pieces.add(rest.substring(0, end));
            rest = rest.substring(end).strip();
        }
        if (!rest.isEmpty()) {
            pieces.add(rest);
        }
        return pieces;
    }

    private static boolean atArguments(String text, int indent, int continuation, List<String> to) {
        SourceScan scan = SourceScan.of(text);
        Optional<Integer> opening = lastGroup(text, scan);
        if (opening.isEmpty()) {
            return false;
        }
        to.addAll(group(text, opening.get(), indent, continuation));
        return true;
    }

    /**
     * The lines of a text that is broken in a pair of brackets. Where that leaves a line too long,
     * what is the only argument begins in the line of its call: {@code List.of(new Money(}.
     */
    private static List<String> group(String text, int opening, int indent, int continuation) {
        int closing = SourceScan.of(text).closing(opening);
        String inside = text.substring(opening + 1, closing);
        String behind = text.substring(closing);
        List<String> lines = new ArrayList<>();
        lines.add(" ".repeat(indent) + text.substring(0, opening + 1));
        if (text.charAt(opening) == '{') {
            commaSeparated(inside).forEach(element -> lay(element, indent + ELEMENT, lines));
            lay(behind, indent, lines);
        } else {
            layArguments(inside, behind, indent + continuation, lines);
        }
        if (allFit(lines)) {
            return lines;
        }
        return ofOnlyArgument(inside)
                .map(inner -> group(text, opening + 1 + inner, indent, continuation))
                .filter(LineBreaks::allFit)
                .orElse(lines);
    }

    private static boolean allFit(List<String> lines) {
        return lines.stream().allMatch(line -> fits(line, 0));
    }

    /** The place of the brackets of a call that is the only argument of another. */
    private static Optional<Integer> ofOnlyArgument(String inside) {
        SourceScan scan = SourceScan.of(inside);
        return commaSeparated(inside).size() == 1
                ? lastGroup(inside, scan)
                        .filter(inner -> inside.charAt(inner) == '(')
                        .filter(inner -> scan.closing(inner) == inside.length() - 1)
                : Optional.empty();
    }

    /** Arguments in one line, or else one below the other. */
    private static void layArguments(String inside, String behind, int indent, List<String> to) {
        List<String> arguments = commaSeparated(inside);
        if (fits(inside + behind, indent) || arguments.size() < 2) {
            lay(inside + behind, indent, to);
            return;
        }
        for (String argument : arguments.subList(0, arguments.size() - 1)) {
            lay(argument, indent, to);
        }
        lay(arguments.get(arguments.size() - 1) + behind, indent, to);
    }

    /** The last pair of brackets, outside of all others, that has something in it. */
    private static Optional<Integer> lastGroup(String text, SourceScan scan) {
        List<Integer> groups =
                scan.outside(
                        i ->
                                "({".indexOf(text.charAt(i)) >= 0
                                        && i + 1 < text.length()
                                        && scan.closing(i) > i + 1);
        return groups.isEmpty() ? Optional.empty() : Optional.of(groups.get(groups.size() - 1));
    }

    /**
     * Where the expression of a statement or a lambda begins: what stands before stays in the first
     * line.
     */
    private static int expressionStart(SourceScan scan) {
        int start = 0;
        for (String prefix : List.of(" = ", " -> ")) {
            for (int place : scan.outside(prefix)) {
                start = Math.max(start, place + prefix.length());
            }
        }
        return start;
    }

    private static void layPieces(List<String> pieces, int indent, List<String> to) {
        lay(pieces.get(0).strip(), indent, to);
        for (String piece : pieces.subList(1, pieces.size())) {
            lay(piece.strip(), indent + CONTINUATION, to);
        }
    }

    /** The text cut before each of the places. */
    private static List<String> pieces(String text, List<Integer> places) {
        List<String> pieces = new ArrayList<>();
        int start = 0;
        for (int place : places) {
            pieces.add(text.substring(start, place));
            start = place;
        }
        pieces.add(text.substring(start));
        return pieces;
    }

    /** The text cut behind each comma outside of brackets; the commas stay. */
    private static List<String> commaSeparated(String text) {
        List<Integer> places = SourceScan.of(text).outside(i -> i > 0 && text.charAt(i - 1) == ',');
        return pieces(text, places).stream()
                .map(String::strip)
                .filter(piece -> !piece.isEmpty())
                .toList();
    }
}
