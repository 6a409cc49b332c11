package io.contextmill.plan;

import io.contextmill.diagnostic.Diagnostic;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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

    private final OutputFolder folder;
    private final Map<JavaType, FileAction.Replace> replaced = new HashMap<>();

    /** By simple name: a project may have a thousand times as many types as a file names. */
    private final Map<String, List<JavaType>> named = new HashMap<>();

    private final Map<JavaType, Optional<ChangedMembers>> compared = new HashMap<>();
    private JavaSyntax.@Nullable Reader reader;

    /**
     * @param actions of which the files count that are there and will have other bytes
     */
    ChangedTypes(OutputFolder folder, Collection<FileAction> actions) {
        this.folder = folder;
        for (FileAction action : actions) {
            if (action instanceof FileAction.Replace replace) {
                JavaType.of(replace.path()).ifPresent(type -> add(type, replace));
            }
        }
    }

    private void add(JavaType type, FileAction.Replace replace) {
        replaced.put(type, replace);
        named.computeIfAbsent(type.name(), name -> new ArrayList<>()).add(type);
    }

    /** Whether there can be none. */
    boolean isEmpty() {
        return replaced.isEmpty();
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
        FileAction.Replace replace = replaced.get(type);
        if (replace == null) {
            return Optional.empty();
        }
        try {
            String before = new String(folder.read(replace.path()), StandardCharsets.UTF_8);
            JavaSyntax.Reader java = reader();
            return java.read(before)
                    .flatMap(
                            old ->
                                    java.read(replace.text())
                                            .map(
                                                    now ->
                                                            new ChangedMembers(
                                                                    JavaMember.in(old),
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
