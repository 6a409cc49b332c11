package io.contextmill.emitters.history;

import io.contextmill.emitters.random.Chance;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Those who work on a project beside the generator. Every line that they write has a mark in it, by
 * which it is found wherever it went; of each mark it is known how many lines have it.
 */
final class People {
    private static final Pattern MARK = Pattern.compile("ours-[0-9]+;");
    private static final Pattern DECISION =
            Pattern.compile("default (List<\\w+>) (decide)\\(([^)]*)\\) \\{");
    private static final Pattern RECORD =
            Pattern.compile("public record (\\w+)\\(([\\w\\s,<>@.]*)\\)[^{]*\\{");

    private final Chance chance;
    private final Tree tree;
    private final Map<String, Integer> marks = new HashMap<>();
    private final Set<String> deleted = new TreeSet<>();
    private final Set<String> settled = new HashSet<>();
    private int number;

    People(Chance chance, Tree tree) {
        this.chance = chance;
        this.tree = tree;
    }

    /** The files that they deleted and that shall stay deleted. */
    Set<String> deleted() {
        return deleted;
    }

    /** The files in which they decided a conflict, so that nobody else knows what is in them. */
    Set<String> settled() {
        return settled;
    }

    static boolean isMarked(String text) {
        return MARK.matcher(text).find();
    }

    /** A text without their lines. */
    static String without(String text) {
        String rest =
                text.lines()
                        .filter(line -> !isMarked(line))
                        .map(line -> line + "\n")
                        .collect(Collectors.joining());
        // Where they opened an empty class.
        return rest.replaceAll("\\{\n}", "{}");
    }

    /** What of all that they wrote is not there, or is there twice. */
    List<String> lost() {
        Map<String, Integer> found = new HashMap<>();
        for (String text : tree.projectFiles().values()) {
            text.lines()
                    .forEach(
                            line -> {
                                Matcher mark = MARK.matcher(line);
                                if (mark.find()) {
                                    found.merge(mark.group(), 1, Integer::sum);
                                }
                            });
        }
        List<String> lost = new ArrayList<>();
        marks.forEach(
                (mark, lines) -> {
                    int there = found.getOrDefault(mark, 0);
                    if (there != lines) {
                        lost.add("%s is in %d lines and not in %d".formatted(mark, there, lines));
                    }
                });
        return lost;
    }

    /** Changes something by chance, and says what; nothing where that is not possible. */
    Optional<String> act() {
        return switch (chance.between(1, 13)) {
            case 1, 2 -> decide();
            case 3, 4 -> use("main");
            case 5 -> use("test");
            case 6, 7 -> comment(scaffolded());
            case 8 -> comment(generated());
            case 9 -> add();
            case 10 -> deleteScaffolded();
            case 11 -> delete(generated());
            case 12 -> takeBack();
            default -> addAmongGenerated();
        };
    }

    private String mark() {
        return "ours-" + ++number + ";";
    }

    private void note(String mark, String text) {
        marks.put(mark, (int) text.lines().filter(line -> line.contains(mark)).count());
    }

    private List<String> manifested(String ownership) {
        return tree.files().entrySet().stream()
                .filter(file -> file.getKey().endsWith(".manifest"))
                .flatMap(file -> file.getValue().lines())
                .filter(line -> line.startsWith(ownership + " "))
                .map(line -> line.split(" ", 4)[3])
                .filter(tree::has)
                .toList();
    }

    private List<String> scaffolded() {
        return manifested("scaffolded");
    }

    private List<String> generated() {
        return manifested("generated");
    }

    /** Overrides a decision, as the spec has it. */
    private Optional<String> decide() {
        List<String> behaviours =
                scaffolded().stream().filter(path -> path.endsWith("Behaviour.java")).toList();
        if (behaviours.isEmpty()) {
            return Optional.empty();
        }
        String path = chance.pick(behaviours);
        String decider =
                path.replace("src/main/java", "src/generated/java")
                        .replace("Behaviour.java", "Decider.java");
        if (!tree.has(decider)) {
            return Optional.empty();
        }
        String text = tree.read(path);
        List<String> parameters =
                DECISION.matcher(tree.read(decider))
                        .results()
                        .map(decision -> decision.group(1) + " decide(" + decision.group(3) + ")")
                        .map(decision -> decision.replaceAll("\\s+", " "))
                        .filter(decision -> !text.contains(decision))
                        .toList();
        int end = text.lastIndexOf('}');
        if (parameters.isEmpty() || end < 0) {
            return Optional.empty();
        }
        String decision = chance.pick(parameters);
        String mark = mark();
        String line =
                "    @Override public java.util.%s { return %s.super.decide(%s); } // %s\n"
                        .formatted(
                                decision,
                                name(decider),
                                arguments(
                                        decision.substring(
                                                decision.indexOf('(') + 1, decision.length() - 1)),
                                mark);
        String opened = text.substring(0, end);
        write(
                path,
                opened + (opened.endsWith("\n") ? "" : "\n") + line + text.substring(end),
                mark);
        return Optional.of("%s decides %s in %s".formatted(mark, decision, path));
    }

    private static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1).replace(".java", "");
    }

    private static String arguments(String parameters) {
        return parameters.isBlank()
                ? ""
                : Pattern.compile(",(?![^<]*>)")
                        .splitAsStream(parameters)
                        .map(String::strip)
                        .map(parameter -> parameter.substring(parameter.lastIndexOf(' ') + 1))
                        .collect(Collectors.joining(", "));
    }

    /** A class of theirs that makes and reads what is generated. */
    private Optional<String> use(String kind) {
        List<String> sources =
                generated().stream()
                        .filter(path -> path.contains("src/generated/java/"))
                        // The types of whose parts are nested in them.
                        .filter(path -> !path.contains("/config/"))
                        .filter(path -> RECORD.matcher(tree.read(path)).find())
                        .toList();
        if (sources.isEmpty()) {
            return Optional.empty();
        }
        String source = chance.pick(sources);
        String text = tree.read(source);
        Matcher header = RECORD.matcher(text);
        if (!header.find()) {
            return Optional.empty();
        }
        String name = header.group(1);
        String components =
                header.group(2)
                        .replaceAll("@\\w+(\\([^)]*\\))?", "")
                        .replaceAll("\\s+", " ")
                        .strip();
        String arguments = arguments(components);
        StringBuilder body = new StringBuilder();
        text.lines().filter(line -> line.matches("(package|import) .*")).forEach(body::append);
        String head = body.toString().replace(";", ";\n");
        String own = "Report" + (number + 1);
        StringBuilder made = new StringBuilder(head);
        made.append("final class ").append(own).append(" {\n");
        made.append("private ").append(own).append("() {}\n");
        made.append(
                "static Object made(%s) { return new %s(%s); }\n"
                        .formatted(components, name, arguments));
        for (String argument : arguments.isEmpty() ? new String[0] : arguments.split(", ", -1)) {
            made.append(
                    "static Object %1$sOf(%2$s it) { return it.%1$s(); }\n"
                            .formatted(argument, name));
        }
        made.append("}\n");
        String path =
                source.substring(0, source.lastIndexOf('/') + 1)
                                .replace("src/generated/java", "src/" + kind + "/java")
                        + own
                        + ".java";
        return Optional.of("%s uses %s".formatted(writeWhole(path, made.toString(), " // "), name));
    }

    /** A line into a file that was made for them, or was not. */
    private Optional<String> comment(List<String> files) {
        String path = chance.pick(files);
        String text = tree.read(path);
        String mark = mark();
        Optional<String> comment = comment(path, mark);
        List<Integer> places = places(path, text);
        if (comment.isEmpty() || places.isEmpty()) {
            return Optional.empty();
        }
        int place = chance.pick(places);
        write(path, text.substring(0, place) + comment.get() + "\n" + text.substring(place), mark);
        return Optional.of("%s into %s".formatted(mark, path));
    }

    private static Optional<String> comment(String path, String mark) {
        String ending = path.substring(path.lastIndexOf('.') + 1);
        return switch (ending) {
            case "java" -> Optional.of("// " + mark);
            case "xml", "md" -> Optional.of("<!-- " + mark + " -->");
            case "yaml", "gitignore" -> Optional.of("# " + mark);
            case "sql" -> Optional.of("-- " + mark);
            default -> Optional.empty();
        };
    }

    /** Behind which lines a comment can stand. */
    private static List<Integer> places(String path, String text) {
        List<Integer> places = new ArrayList<>();
        int at = 0;
        for (String line : text.lines().toList()) {
            at = Math.min(at + line.length() + 1, text.length());
            boolean possible =
                    switch (path.substring(path.lastIndexOf('.') + 1)) {
                        case "java" -> line.matches("(package|import) .*|    }");
                        case "xml" -> line.matches("\\s*<(\\w+)>.*</\\1>|\\s*</[\\w.-]+>");
                        default -> true;
                    };
            if (possible && !line.equals("</project>")) {
                places.add(at);
            }
        }
        return places;
    }

    private Optional<String> add() {
        String folder = chance.pickOf("", "notes/", "src/main/resources/", "deploy/");
        return Optional.of(
                "add " + writeWhole(folder + "note" + (number + 1) + ".txt", "a\n\nb\n", " "));
    }

    /** A class of theirs where only the generator should write; it names nothing generated. */
    private Optional<String> addAmongGenerated() {
        String beside =
                chance.pick(
                        generated().stream()
                                .filter(path -> path.contains("src/generated/java/"))
                                .toList());
        String own = "Stray" + (number + 1);
        String text =
                tree.read(beside)
                                .lines()
                                .filter(line -> line.startsWith("package "))
                                .findFirst()
                                .orElseThrow()
                        + "\nfinal class %s {}\n".formatted(own);
        return Optional.of(
                "add "
                        + writeWhole(
                                beside.substring(0, beside.lastIndexOf('/') + 1) + own + ".java",
                                text,
                                " // "));
    }

    private Optional<String> deleteScaffolded() {
        List<String> files =
                scaffolded().stream()
                        .filter(path -> !path.endsWith("Behaviour.java"))
                        .filter(path -> !isMarked(tree.read(path)))
                        .toList();
        Optional<String> done =
                files.isEmpty() ? Optional.empty() : delete(List.of(chance.pick(files)));
        done.ifPresent(what -> deleted.add(what.substring("delete ".length())));
        return done;
    }

    private Optional<String> delete(List<String> files) {
        String path = chance.pick(files);
        if (isMarked(tree.read(path))) {
            return Optional.empty();
        }
        tree.delete(path);
        return Optional.of("delete " + path);
    }

    /** Takes out what they wrote somewhere. */
    private Optional<String> takeBack() {
        List<String> files =
                tree.projectFiles().entrySet().stream()
                        .filter(file -> isMarked(file.getValue()))
                        .map(Map.Entry::getKey)
                        .toList();
        if (files.isEmpty()) {
            return Optional.empty();
        }
        String path = chance.pick(files);
        takeBack(path);
        return Optional.of("take back what is in " + path);
    }

    /** Takes their lines out of a file; one of theirs goes. */
    void takeBack(String path) {
        if (!tree.has(path)) {
            return;
        }
        String text = tree.read(path);
        giveUp(path);
        String rest = without(text);
        if (rest.isBlank()) {
            tree.delete(path);
        } else {
            tree.write(path, rest);
        }
    }

    /** Looks no more for what they wrote in a file. */
    void giveUp(String path) {
        MARK.matcher(tree.read(path)).results().forEach(mark -> marks.remove(mark.group()));
    }

    /** Decides a conflict: both sides stay, and no marks. */
    void settle(String path) {
        tree.write(
                path,
                tree.read(path)
                        .lines()
                        .filter(line -> !line.matches("(<{7}|>{7}|={7}|\\|{7})( .*)?"))
                        .map(line -> line + "\n")
                        .collect(Collectors.joining()));
        settled.add(path);
    }

    private String writeWhole(String path, String text, String comment) {
        String mark = mark();
        write(
                path,
                text.lines()
                        .map(line -> line + comment + mark + "\n")
                        .collect(Collectors.joining()),
                mark);
        return mark + " " + path;
    }

    private void write(String path, String text, String mark) {
        tree.write(path, text);
        note(mark, text);
    }
}
