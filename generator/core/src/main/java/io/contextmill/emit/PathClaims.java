package io.contextmill.emit;

import io.contextmill.diagnostic.Diagnostic;
import io.contextmill.diagnostic.SourceSpan;
import io.contextmill.model.ContextModel;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Which file of a part has which path, on the least discerning file system there is. The folder of
 * another part is closed to all of them.
 */
final class PathClaims {
    private final Map<String, Claim> files = new HashMap<>();
    private final Map<String, Claim> folders = new HashMap<>();
    private final Map<String, ContextModel> closed = new HashMap<>();

    /** Who has a path; not the text, which nobody may need any more. */
    private record Claim(EmitterId emitter, RelativePath path, SourceSpan origin) {
        static Claim of(GeneratedFile file) {
            return new Claim(file.emitter(), file.path(), file.origin());
        }
    }

    /** Keeps a folder, which is named with a slash behind it, for the files of a context. */
    void close(String folder, ContextModel owner) {
        closed.put(folded(folder.substring(0, folder.length() - 1)), owner);
    }

    /** Gives the file its path, or says who has it already. */
    Optional<Diagnostic> claim(GeneratedFile file) {
        String path = folded(file.path().value());
        ContextModel owner = closed.get(path);
        Claim claim = Claim.of(file);
        Claim first = files.get(path);
        if (first == null) {
            first = folders.get(path);
        }
        for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
            String folder = path.substring(0, slash);
            if (first == null) {
                first = files.get(folder);
            }
            if (owner == null) {
                owner = closed.get(folder);
            }
            folders.putIfAbsent(folder, claim);
        }
        if (owner != null) {
            return Optional.of(inModuleOf(owner, file));
        }
        if (first != null) {
            return Optional.of(claimedTwice(first, claim));
        }
        files.put(path, claim);
        return Optional.empty();
    }

    private static Diagnostic inModuleOf(ContextModel owner, GeneratedFile file) {
        return EmitRules.PATH_CLAIMED_TWICE
                .at(
                        file.origin(),
                        "emitter `%s` makes `%s` for the workspace, where the module of `%s` belongs"
                                .formatted(file.emitter(), file.path(), owner.name()))
                .relatedTo(owner.origin(), "the context is declared here");
    }

    private static Diagnostic claimedTwice(Claim first, Claim second) {
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
