package io.contextmill.emitters.java;

import java.util.ArrayList;
import java.util.List;

/** Wraps the paragraphs and tags of a Javadoc comment. */
final class CommentLines {
    private CommentLines() {}

    /**
     * The lines of a comment, each with its indentation: one for a comment that fits.
     *
     * @param texts paragraphs and tags; an empty text is an empty line
     */
    static List<String> lay(List<String> texts, int indent) {
        List<String> trimmed = trimmed(texts);
        String margin = " ".repeat(indent);
        if (trimmed.size() == 1 && !trimmed.get(0).startsWith("@")) {
            String line = margin + "/** " + trimmed.get(0) + " */";
            if (line.length() <= LineBreaks.WIDTH) {
                return List.of(line);
            }
        }
        List<String> lines = new ArrayList<>();
        lines.add(margin + "/**");
        for (String text : trimmed) {
            wrap(text, margin + " *", lines);
        }
        lines.add(margin + " */");
        return lines;
    }

    private static List<String> trimmed(List<String> texts) {
        int start = 0;
        int end = texts.size();
        while (start < end && texts.get(start).isEmpty()) {
            start++;
        }
        while (end > start && texts.get(end - 1).isEmpty()) {
            end--;
        }
        return texts.subList(start, end);
    }

    private static void wrap(String text, String margin, List<String> to) {
        String hanging = text.startsWith("@") ? "     " : " ";
        StringBuilder line = new StringBuilder(margin);
        boolean empty = true;
        for (String word : words(text)) {
            if (!empty && line.length() + 1 + word.length() > LineBreaks.WIDTH) {
                to.add(line.toString());
                line = new StringBuilder(margin).append(hanging).append(word);
            } else {
                line.append(' ').append(word);
            }
            empty = false;
        }
        to.add(line.toString());
    }

    /** The words of a text; an inline tag is one word. */
    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        int braces = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            braces += c == '{' ? 1 : c == '}' ? -1 : 0;
            if (c == ' ' && braces <= 0) {
                if (!word.isEmpty()) {
                    words.add(word.toString());
                    word.setLength(0);
                }
            } else {
                word.append(c);
            }
        }
        if (!word.isEmpty()) {
            words.add(word.toString());
        }
        return words;
    }
}
