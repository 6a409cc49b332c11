package io.contextmill.plan;

import io.contextmill.diagnostic.Diagnostic;
import io.contextmill.emit.RelativePath;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds where people use what becomes something else in a type that a plan writes anew. Nothing is
 * found where Java is run without its compiler, or a file cannot be read.
 */
final class ChangedTypes {
    private static final Pattern WORD = Pattern.compile("\\w+");

    private final Map<JavaType, Rewritten> rewritten = new HashMap<>();

    /** By simple name: a project may have a thousand times as many types as a file names. */
    private final Map<String, List<JavaType>> named = new HashMap<>();

    private final Map<JavaType, Optional<ChangedMembers>> compared = new HashMap<>();
    private JavaSyntax.@Nullable Reader reader;

    /**
     * A file that will have other bytes.
     *
     * @param text what they will be
     * @param before what they are, under the names that the files have which use them
     */
    record Rewritten(RelativePath path, String text, Before before) {}

    /** The text of a file that is there; absent where there is none. */
    interface Before {
        Optional<String> read() throws IOException;
    }

    /**
     * @param files what is no Java among them does not count
     */
    ChangedTypes(Collection<Rewritten> files) {
        for (Rewritten file : files) {
            JavaType.of(file.path()).ifPresent(type -> add(type, file));
        }
    }

    private void add(JavaType type, Rewritten file) {
        rewritten.put(type, file);
        named.computeIfAbsent(type.name(), name -> new ArrayList<>()).add(type);
    }

    /** Whether there can be none. */
    boolean isEmpty() {
        return rewritten.isEmpty();
    }

    /** One for each place of a file. */
    List<Diagnostic> usesIn(PeoplesJava file) {
        List<ChangedMembers> seen =
                WORD.matcher(file.text())
                        .results()
                        .map(MatchResult::group)
                        .distinct()
                        .flatMap(word -> named.getOrDefault(word, List.of()).stream())
                        .filter(type -> type.isSeenFrom(file.text()))
                        .flatMap(type -> compared.computeIfAbsent(type, this::compared).stream())
                        .filter(change -> !change.isHarmless())
                        .toList();
        return seen.isEmpty() ? List.of() : BrokenUses.in(file, seen, reader());
    }

    private Optional<ChangedMembers> compared(JavaType type) {
        Rewritten file = rewritten.get(type);
        if (file == null) {
            return Optional.empty();
        }
        try {
            JavaSyntax.Reader java = reader();
            Optional<JavaSyntax> old = file.before().read().flatMap(java::read);
            return old.flatMap(
                    then ->
                            java.read(file.text())
                                    .map(
                                            now ->
                                                    new ChangedMembers(
                                                            JavaMember.in(then),
                                                            JavaMember.in(now))));
        } catch (IOException | LinkageError e) {
            // Where classes of the compiler are kept from us, this is as if there were none.
            return Optional.empty();
        }
    }

    /** Made for those only who need it. */
    private JavaSyntax.Reader reader() {
        JavaSyntax.Reader known = reader;
        if (known == null) {
            known = new JavaSyntax.Reader();
            reader = known;
        }
        return known;
    }
}
