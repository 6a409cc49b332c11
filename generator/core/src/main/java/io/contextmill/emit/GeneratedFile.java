package io.contextmill.emit;

import io.contextmill.diagnostic.SourceSpan;
import io.contextmill.model.WorkspaceModel.Generated;
import java.util.Optional;

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

    /**
     * The same file in the folder of its module, which is named with a slash behind it, or empty
     * for none.
     *
     * @param where where what is generated belongs
     */
    GeneratedFile in(String module, Generated where) {
        Optional<RelativePath> built =
                where == Generated.BUILD && ownership == Ownership.GENERATED
                        ? GeneratedFolder.built(path)
                        : Optional.empty();
        if (built.isEmpty() && module.isEmpty()) {
            return this;
        }
        return new GeneratedFile(
                new RelativePath(module + built.orElse(path)),
                built.isPresent() ? Ownership.BUILT : ownership,
                text,
                origin,
                emitter);
    }
}
