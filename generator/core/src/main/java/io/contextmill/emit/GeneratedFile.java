package io.contextmill.emit;

import io.contextmill.diagnostic.SourceSpan;

/**
 * A file as an emitter wants it.
 *
 * @param path where it belongs: relative to the folder of its module, as an emitter makes it;
 *     relative to the output folder from then on
 * @param ownership who writes it from then on
 * @param text its text: lines end with {@code \n}, the last one too, and no empty line is the last;
 *     written as UTF-8
 * @param origin the part of the spec that asked for it
 * @param emitter which emitter made it
 */
public record GeneratedFile(
        RelativePath path, Ownership ownership, String text, SourceSpan origin, EmitterId emitter) {

    /**
     * Rejects a text that would not be the same on every system.
     *
     * @throws IllegalArgumentException if the text breaks one of the rules above or cannot be
     *     written as UTF-8
     */
    public GeneratedFile {
        if (!text.endsWith("\n") || text.endsWith("\n\n")) {
            throw new IllegalArgumentException(path + " does not end with exactly one line end");
        }
        if (text.indexOf('\r') >= 0) {
            throw new IllegalArgumentException(path + " has a carriage return");
        }
        if (hasHalfACharacter(text.toCharArray())) {
            throw new IllegalArgumentException(path + " has half a character");
        }
    }

    private static boolean hasHalfACharacter(char[] text) {
        for (int i = 0; i < text.length; i++) {
            if (Character.isHighSurrogate(text[i])
                    && i + 1 < text.length
                    && Character.isLowSurrogate(text[i + 1])) {
                i++;
            } else if (Character.isSurrogate(text[i])) {
                return true;
            }
        }
        return false;
    }

    /** The same file in a folder, which is named with a slash behind it, or empty for none. */
    GeneratedFile below(String folder) {
        return folder.isEmpty()
                ? this
                : new GeneratedFile(
                        new RelativePath(folder + path.value()), ownership, text, origin, emitter);
    }
}
