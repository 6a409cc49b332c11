package io.contextmill.emit;

import io.contextmill.diagnostic.Diagnostic;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Which file has which path, on the least discerning file system there is. */
final class PathClaims {
    private final Map<String, GeneratedFile> files = new HashMap<>();
    private final Map<String, GeneratedFile> folders = new HashMap<>();

    /** Gives the file its path, or says who has it already. */
    Optional<Diagnostic> claim(GeneratedFile file) {
        String path = folded(file.path().value());
        GeneratedFile first = files.get(path);
        if (first == null) {
            first = folders.get(path);
        }
        for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
            String folder = path.substring(0, slash);
            if (first == null) {
                first = files.get(folder);
            }
            folders.putIfAbsent(folder, file);
        }
        if (first != null) {
            return Optional.of(claimedTwice(first, file));
        }
        files.put(path, file);
        return Optional.empty();
    }

    private static Diagnostic claimedTwice(GeneratedFile first, GeneratedFile second) {
        String what =
                first.path().equals(second.path())
                        ? "emitters `%s` and `%s` both make `%s`"
                                .formatted(first.emitter(), second.emitter(), second.path())
                        : "emitter `%s` makes `%s` and emitter `%s` makes `%s`, which cannot both exist everywhere"
                                .formatted(
                                        first.emitter(),
                                        first.path(),
                                        second.emitter(),
                                        second.path());
        return EmitRules.PATH_CLAIMED_TWICE
                .at(second.origin(), what)
                .relatedTo(first.origin(), "the first is asked for here");
    }

    /** Lower case of upper case: some letters only meet that way. */
    private static String folded(String path) {
        return Normalizer.normalize(path, Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT);
    }
}
