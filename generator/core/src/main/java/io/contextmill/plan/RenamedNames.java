package io.contextmill.plan;

import io.contextmill.emit.GeneratedFile;
import io.contextmill.plan.JavaTokens.Kind;
import io.contextmill.plan.JavaTokens.Token;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which names and texts of generated Java became which others by a rename: learned by comparing
 * what was generated with what is generated now, piece by piece. A name that became several others,
 * or stayed as it is in some place, is in doubt and not followed.
 */
final class RenamedNames {
    private static final String ENDING = ".java";
    private static final Pattern WORD = Pattern.compile("[A-Za-z_$][A-Za-z0-9_$]*");

    /** A text that is the name of a type, or an address: nothing that stands for something else. */
    private static final Pattern NAME_OR_ADDRESS = Pattern.compile("\"(?:[A-Z]\\w*|.*/.*)\"");

    private static final Pattern PACKAGE = Pattern.compile("(?m)^package ([\\w.]+);");

    private final Map<String, String> types = new HashMap<>();
    private final Map<String, Set<String>> seen = new HashMap<>();
    private final Map<String, String> names = new HashMap<>();
    private final Set<String> doubtful = new HashSet<>();
    private final Set<String> packages = new HashSet<>();
    private final Set<String> packagesAndThoseAround = new HashSet<>();

    private RenamedNames() {}

    /** A file as it was generated, and as it is generated now. */
    record Pair(GeneratedFile before, GeneratedFile after) {}

    /**
     * A person's text that followed.
     *
     * @param doubtful the names in it of which it is not known what they became
     */
    record Followed(String text, Set<String> doubtful) {}

    /** What is to be learned of Java files. */
    static RenamedNames of(List<Pair> pairs) {
        RenamedNames names = new RenamedNames();
        pairs.forEach(names::learnType);
        pairs.forEach(names::learnNames);
        names.decide();
        return names;
    }

    /** Whether there is nothing to follow. */
    boolean isEmpty() {
        return names.isEmpty();
    }

    /** What a name is now; absent where that is not known, or as before. */
    Optional<String> now(String name) {
        return Optional.ofNullable(names.get(name));
    }

    private void learnType(Pair pair) {
        Matcher declared = PACKAGE.matcher(pair.before().text());
        if (declared.find()) {
            String name = declared.group(1);
            packages.add(name);
            for (int dot = name.length(); dot > 0; dot = name.lastIndexOf('.', dot - 1)) {
                packagesAndThoseAround.add(name.substring(0, dot));
            }
        }
        String before = simpleName(pair.before());
        String after = simpleName(pair.after());
        if (!before.equals(after)) {
            types.merge(before, after, (one, other) -> one.equals(other) ? one : before);
        }
    }

    private static String simpleName(GeneratedFile file) {
        String path = file.path().value();
        return path.substring(path.lastIndexOf('/') + 1, path.length() - ENDING.length());
    }

    private void learnNames(Pair pair) {
        if (pair.before().text().equals(pair.after().text())) {
            return;
        }
        List<Token> before = code(pair.before().text());
        List<Token> after = code(pair.after().text());
        if (!isSameCode(before, after)) {
            return;
        }
        for (int i = 0; i < before.size(); i++) {
            if (before.get(i).kind() == Kind.NAME || before.get(i).kind() == Kind.STRING) {
                seen.computeIfAbsent(before.get(i).text(), name -> new TreeSet<>())
                        .add(after.get(i).text());
            }
        }
    }

    /** Whether both are the same but for names and texts; types are called as their files are. */
    private boolean isSameCode(List<Token> before, List<Token> after) {
        if (before.size() != after.size()) {
            return false;
        }
        for (int i = 0; i < before.size(); i++) {
            Token then = before.get(i);
            Token now = after.get(i);
            boolean same =
                    then.kind() == now.kind()
                            && (then.kind() != Kind.OTHER || then.equals(now))
                            && Optional.ofNullable(types.get(then.text()))
                                    .map(now::is)
                                    .orElse(true);
            if (!same) {
                return false;
            }
        }
        return true;
    }

    /**
     * What a compiler sees behind the imports, which are sorted by what they name. Texts that were
     * broken into several are one.
     */
    private static List<Token> code(String text) {
        List<Token> code = new ArrayList<>();
        boolean passedOver = false;
        for (Token token : JavaTokens.of(text).orElse(List.of())) {
            boolean begins = token.is("import") || token.is("package");
            passedOver = passedOver || (token.kind() == Kind.NAME && begins);
            if (token.isCode() && !passedOver) {
                add(token, code);
            }
            passedOver = passedOver && !token.is(";");
        }
        return code;
    }

    private static void add(Token token, List<Token> code) {
        int last = code.size() - 1;
        if (token.kind() == Kind.STRING
                && last > 0
                && code.get(last).is("+")
                && code.get(last - 1).kind() == Kind.STRING) {
            String first = code.get(last - 1).text();
            code.remove(last);
            code.set(
                    last - 1,
                    new Token(
                            Kind.STRING,
                            first.substring(0, first.length() - 1) + token.text().substring(1)));
        } else {
            code.add(token);
        }
    }

    private void decide() {
        types.forEach((before, after) -> seen.put(before, Set.of(after)));
        Set<String> results =
                seen.entrySet().stream()
                        .flatMap(
                                entry ->
                                        entry.getValue().stream()
                                                .filter(now -> !now.equals(entry.getKey())))
                        .collect(Collectors.toSet());
        seen.forEach(
                (before, after) -> {
                    if (after.equals(Set.of(before))) {
                        return;
                    }
                    // Done twice, it would become something else yet.
                    if (after.size() == 1 && !results.contains(before)) {
                        names.put(before, after.iterator().next());
                    } else if (!before.startsWith("\"")) {
                        doubtful.add(before);
                    }
                });
    }

    /** A person's text as it has to be now; absent where it is no Java. */
    Optional<Followed> follow(String text) {
        return JavaTokens.of(text).map(tokens -> new Following(tokens).text());
    }

    /** Whether a text says that it uses what is in these packages, or is in one of them. */
    boolean isAbout(String text) {
        return packages.stream()
                .anyMatch(
                        name ->
                                text.contains("package " + name + ";")
                                        || text.contains(name + "."));
    }

    /** One text on its way to what it has to be. */
    private final class Following {
        private final List<Token> tokens;
        private final Set<String> inDoubt = new TreeSet<>();
        private final StringBuilder text = new StringBuilder();

        /** The names with dots between them that the last one was the end of. */
        private String path = "";

        private boolean dotted;

        Following(List<Token> tokens) {
            this.tokens = tokens;
        }

        Followed text() {
            for (int i = 0; i < tokens.size(); i++) {
                text.append(followed(tokens.get(i), i));
            }
            return new Followed(text.toString(), inDoubt);
        }

        private String followed(Token token, int index) {
            if (token.kind() == Kind.COMMENT) {
                return WORD.matcher(token.text())
                        .replaceAll(word -> Matcher.quoteReplacement(ofComment(word.group())));
            }
            if (token.kind() == Kind.SPACE) {
                return token.text();
            }
            if (token.kind() == Kind.NAME) {
                path = dotted ? path + "." + token.text() : token.text();
                dotted = false;
                return name(token, index);
            }
            dotted = token.is(".");
            path = dotted ? path : "";
            return token.kind() == Kind.STRING && NAME_OR_ADDRESS.matcher(token.text()).matches()
                    ? Objects.requireNonNullElse(names.get(token.text()), token.text())
                    : token.text();
        }

        private String name(Token token, int index) {
            boolean isPackage = path.indexOf('.') > 0 && packagesAndThoseAround.contains(path);
            if (isPackage) {
                return token.text();
            }
            if (doubtful.contains(token.text()) && isMember(index)) {
                inDoubt.add(token.text());
            }
            return Objects.requireNonNullElse(names.get(token.text()), token.text());
        }

        /** Whether something else has it, and it is called. */
        private boolean isMember(int index) {
            boolean of =
                    index > 0 && (tokens.get(index - 1).is(".") || tokens.get(index - 1).is(":"));
            return of && index + 1 < tokens.size() && !tokens.get(index + 1).is(".");
        }

        private String ofComment(String word) {
            return Character.isUpperCase(word.charAt(0))
                    ? Objects.requireNonNullElse(names.get(word), word)
                    : word;
        }
    }
}
