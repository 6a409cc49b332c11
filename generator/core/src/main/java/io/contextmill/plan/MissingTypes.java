package io.contextmill.plan;

import io.contextmill.diagnostic.Diagnostic;
import io.contextmill.emit.RelativePath;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds files of people that need a type of a generated package which neither the generator makes
 * nor the people have. Only what surely means such a type counts: what is imported, and what the
 * type of the file extends or implements.
 */
public final class MissingTypes {
    private static final Pattern PACKAGE = Pattern.compile("(?m)^package\\s+([\\w.]+)\\s*;");
    private static final Pattern IMPORT =
            Pattern.compile("(?m)^import\\s+(?:static\\s+)?([\\w.]+?)(\\.\\*)?\\s*;");
    private static final Pattern DECLARED =
            Pattern.compile("\\b(?:class|interface|record|enum)\\s+(\\w+)");

    /** From what is said of a type's parents to its body. */
    private static final Pattern PARENTS =
            Pattern.compile(
                    "(?m)^(?:[a-z-]+\\s+)*(?:class|interface|record|enum)\\s+\\w+[^{;]*?\\b((?:extends|implements)\\s[^{;]*)\\{");

    private static final Pattern NAME_OR_BRACKET = Pattern.compile("(?<![\\w.@])[A-Z]\\w*|[<>]");

    private final Set<String> packages = new HashSet<>();
    private final Set<String> types = new HashSet<>();
    private final List<PeoplesJava> files;

    private MissingTypes(List<JavaType> made, List<PeoplesJava> files) {
        this.files = files;
        for (JavaType type : made) {
            packages.add(type.packageName());
            types.add(type.qualified());
        }
        for (PeoplesJava file : files) {
            String prefix = packageOf(file) + ".";
            DECLARED.matcher(file.text())
                    .results()
                    .forEach(declared -> types.add(prefix + declared.group(1)));
        }
    }

    /**
     * One for each file that needs any, at the first place.
     *
     * @param plan says what is made
     */
    public static List<Diagnostic> neededIn(OutputFolder folder, GenerationPlan plan)
            throws IOException {
        List<JavaType> made =
                plan.actions().stream()
                        .filter(action -> !(action instanceof FileAction.Delete))
                        .flatMap(action -> JavaType.of(action.path()).stream())
                        .toList();
        MissingTypes missing = new MissingTypes(made, PeoplesJava.in(folder));
        Set<RelativePath> following =
                plan.actions().stream()
                        .flatMap(MissingTypes::following)
                        .collect(Collectors.toSet());
        return missing.files.stream()
                .filter(file -> !following.contains(file.path()))
                .flatMap(file -> missing.neededIn(file).stream())
                .toList();
    }

    /** The files in which names become others with what they name. */
    private static Stream<RelativePath> following(FileAction action) {
        if (action instanceof FileAction.Moved moved) {
            return Stream.of(moved.from());
        }
        return action instanceof FileAction.Followed ? Stream.of(action.path()) : Stream.empty();
    }

    private Optional<Diagnostic> neededIn(PeoplesJava file) {
        Set<String> imported = new TreeSet<>();
        boolean open = false;
        Matcher imports = IMPORT.matcher(file.text());
        while (imports.find()) {
            String name = imports.group(1);
            if (imports.group(2) != null) {
                open = true;
            }
            if (isMissing(name)) {
                return Optional.of(finding(file, imports.start(1), imports.end(1), name));
            }
            imported.add(name.substring(name.lastIndexOf('.') + 1));
        }
        String own = packageOf(file);
        if (open || !packages.contains(own)) {
            // Any name may come from elsewhere.
            return Optional.empty();
        }
        for (MatchResult parent : parents(file)) {
            String name = parent.group();
            if (!imported.contains(name) && !isOfJava(name) && isMissing(own + "." + name)) {
                return Optional.of(finding(file, parent.start(), parent.end(), name));
            }
        }
        return Optional.empty();
    }

    /** Whether a name means a type of a generated package, or what is in one, and there is none. */
    private boolean isMissing(String name) {
        for (int dot = name.lastIndexOf('.'); dot > 0; dot = name.lastIndexOf('.', dot - 1)) {
            if (packages.contains(name.substring(0, dot))) {
                int end = name.indexOf('.', dot + 1);
                String type = end < 0 ? name : name.substring(0, end);
                return Character.isUpperCase(type.charAt(dot + 1)) && !types.contains(type);
            }
        }
        return false;
    }

    private static List<MatchResult> parents(PeoplesJava file) {
        List<MatchResult> names = new ArrayList<>();
        Matcher parents = PARENTS.matcher(file.text());
        while (parents.find()) {
            int depth = 0;
            Matcher found = NAME_OR_BRACKET.matcher(file.text());
            found.region(parents.start(1), parents.end(1)).useTransparentBounds(true);
            while (found.find()) {
                switch (found.group()) {
                    case "<" -> depth++;
                    case ">" -> depth = Math.max(0, depth - 1);
                    default -> {
                        // What is between brackets may be a letter that the type declares.
                        if (depth == 0) {
                            names.add(found.toMatchResult());
                        }
                    }
                }
            }
        }
        return names;
    }

    private static Diagnostic finding(PeoplesJava file, int start, int end, String name) {
        return PlanRules.REFERS_TO_REMOVED.at(
                file.span(start, end),
                "no `%s` is generated, and this file of yours needs it".formatted(name),
                "take it out, or bring back what makes it");
    }

    private static boolean isOfJava(String name) {
        try {
            Class.forName("java.lang." + name, false, null);
            return true;
        } catch (ClassNotFoundException | LinkageError e) {
            return false;
        }
    }

    private static String packageOf(PeoplesJava file) {
        Matcher found = PACKAGE.matcher(file.text());
        return found.find() ? found.group(1) : "";
    }
}
