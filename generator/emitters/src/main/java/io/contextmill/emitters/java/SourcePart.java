package io.contextmill.emitters.java;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What a Java source consists of, line by line, whatever lines it was written in. */
sealed interface SourcePart {

    /** An empty line. */
    record Blank() implements SourcePart {}

    /** A Javadoc comment; each of its texts is a paragraph or a tag, an empty one separates. */
    record Comment(int indent, List<String> texts) implements SourcePart {
        /** Takes a copy of the texts. */
        public Comment {
            texts = List.copyOf(texts);
        }
    }

    /**
     * A statement, a header, an annotation or a bracket.
     *
     * @param text all of it in one line
     * @param written the lines that it was written in
     */
    record Code(int indent, String text, List<String> written) implements SourcePart {
        private static final Pattern STATEMENT =
                Pattern.compile(
                        "(return|throw|new|assert|yield|if|else|for|while|do|switch|try|synchronized|case|\\}).*");

        /** Takes a copy of the lines. */
        public Code {
            written = List.copyOf(written);
        }

        /**
         * Whether somebody has broken a statement into lines of their own choice. JavaPoet breaks
         * declarations only.
         */
        boolean isBrokenOnPurpose() {
            return written.size() > 1
                    && !isAnnotation()
                    && !isDeclaration()
                    && written.stream().allMatch(line -> line.length() <= LineBreaks.WIDTH);
        }

        /** Whether it is a type, a method or a constructor, down to its body. */
        private boolean isDeclaration() {
            if (STATEMENT.matcher(text).matches()) {
                return false;
            }
            SourceScan scan = SourceScan.of(text);
            List<Integer> brackets = scan.outside("(");
            String name = brackets.isEmpty() ? text : text.substring(0, brackets.get(0));
            boolean declares = !SourceScan.of(name).outside(" ").isEmpty();
            return !name.contains(" = ") && (declares || opensBlock());
        }

        boolean isField() {
            if (!text.endsWith(";") || isAnnotation()) {
                return false;
            }
            SourceScan scan = SourceScan.of(text);
            return !scan.outside(" = ").isEmpty() || scan.outside("(").isEmpty();
        }

        /** Constants, other static fields and all others: empty lines stand between them. */
        int kindOfField() {
            SourceScan scan = SourceScan.of(text);
            int assignment = scan.outside(" = ").stream().findFirst().orElse(text.length());
            String declaration = " " + text.substring(0, assignment);
            if (!declaration.contains(" static ")) {
                return 2;
            }
            return declaration.contains(" final ") ? 0 : 1;
        }

        boolean isAnnotation() {
            return text.startsWith("@") && !text.startsWith("@interface");
        }

        boolean opensBlock() {
            return text.endsWith("{");
        }

        /** Whether a block opens that declares members. */
        boolean opensType() {
            return opensBlock()
                    && !isAnnotation()
                    && (declares("class", "enum") || opensRecordOrInterface() || opensAnonymous());
        }

        boolean opensRecordOrInterface() {
            return opensBlock() && !isAnnotation() && declares("record", "interface", "@interface");
        }

        boolean isEnum() {
            return opensBlock() && declares("enum");
        }

        private boolean opensAnonymous() {
            return text.endsWith(") {") && SourceScan.of(text).outside("new ").size() == 1;
        }

        private boolean declares(String... kinds) {
            for (String kind : kinds) {
                String word = kind + " ";
                // Few lines declare a type: most need not be scanned.
                if (text.contains(word)
                        && SourceScan.of(text).outside(word).stream()
                                .anyMatch(i -> i == 0 || text.charAt(i - 1) == ' ')) {
                    return true;
                }
            }
            return false;
        }
    }

    /** Lines that stay as they are. */
    record Verbatim(List<String> lines) implements SourcePart {
        /** Takes a copy of the lines. */
        public Verbatim {
            lines = List.copyOf(lines);
        }
    }

    /** The parts of a source. */
    static List<SourcePart> of(String source) {
        List<String> lines = source.lines().toList();
        List<SourcePart> parts = new ArrayList<>();
        int i = 0;
        while (i < lines.size()) {
            String line = lines.get(i).strip();
            int end = i + 1;
            if (line.isEmpty()) {
                parts.add(new Blank());
            } else if (line.startsWith("/**")) {
                end = endOfComment(lines, i);
                parts.add(comment(lines.subList(i, end)));
            } else {
                end = endOfCode(lines, i);
                parts.add(code(lines.subList(i, end)));
            }
            i = end;
        }
        return parts;
    }

    private static int endOfComment(List<String> lines, int start) {
        int i = start;
        while (!lines.get(i).endsWith("*/")) {
            i++;
        }
        return i + 1;
    }

    private static Comment comment(List<String> lines) {
        List<String> texts = new ArrayList<>();
        for (String line : lines) {
            String text = line.strip();
            text = text.startsWith("/**") ? text.substring(3) : text;
            text = text.endsWith("*/") ? text.substring(0, text.length() - 2) : text;
            text = text.startsWith("*") ? text.substring(1) : text;
            text = text.strip();
            int last = texts.size() - 1;
            boolean goesOn =
                    last >= 0
                            && !texts.get(last).isEmpty()
                            && !text.isEmpty()
                            && "@<".indexOf(text.charAt(0)) < 0;
            if (goesOn) {
                texts.set(last, texts.get(last) + " " + text);
            } else {
                texts.add(text);
            }
        }
        return new Comment(indentation(lines.get(0)), texts);
    }

    /** The line behind the one that ends a statement, a header or an annotation. */
    private static int endOfCode(List<String> lines, int start) {
        StringBuilder code = new StringBuilder();
        int i = start;
        while (i < lines.size()) {
            code.append(lines.get(i).strip()).append('\n');
            i++;
            if (i == lines.size() || isComplete(code.toString().strip(), lines.get(i).strip())) {
                return i;
            }
        }
        return i;
    }

    private static boolean isComplete(String code, String next) {
        SourceScan scan = SourceScan.of(code);
        if (scan.inTextBlock()) {
            return false;
        }
        if (scan.hasComment()) {
            return true;
        }
        boolean annotation = code.startsWith("@") && !code.startsWith("@interface");
        if (annotation) {
            return scan.open() <= 0;
        }
        if (code.endsWith("{")) {
            return true;
        }
        if (scan.open() > 0) {
            return false;
        }
        return code.endsWith(";")
                || code.endsWith("}")
                || code.endsWith(",")
                || code.endsWith(":")
                || next.startsWith("}")
                || next.isEmpty();
    }

    private static SourcePart code(List<String> lines) {
        String joined = String.join("\n", lines);
        if (joined.contains("\"\"\"") || hasComment(joined)) {
            return new Verbatim(lines.stream().map(String::stripTrailing).toList());
        }
        StringBuilder text = new StringBuilder(lines.get(0).strip());
        boolean annotation = text.charAt(0) == '@';
        for (String line : lines.subList(1, lines.size())) {
            String next = line.strip();
            char last = text.charAt(text.length() - 1);
            boolean close =
                    last == '('
                            || (annotation && last == '{')
                            || ").,;".indexOf(next.charAt(0)) >= 0
                            || (annotation && next.charAt(0) == '}');
            text.append(close ? "" : " ").append(next);
        }
        return new Code(indentation(lines.get(0)), text.toString(), lines);
    }

    private static boolean hasComment(String code) {
        // Few statements have one: most need not be scanned.
        return (code.contains("//") || code.contains("/*")) && SourceScan.of(code).hasComment();
    }

    private static int indentation(String line) {
        return line.length() - line.stripLeading().length();
    }
}
