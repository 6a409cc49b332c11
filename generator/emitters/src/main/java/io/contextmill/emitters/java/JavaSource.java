package io.contextmill.emitters.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.TypeSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A Java file: one type, with the members of other types that it calls by their simple names.
 *
 * @param packageName the package that the type belongs to
 * @param type the type; statements in it are written in one line each, whatever their length
 * @param staticImports the members that are imported where the type uses them
 */
public record JavaSource(String packageName, TypeSpec type, List<StaticImport> staticImports) {
    /**
     * A static member.
     *
     * @param owner the type that declares it
     * @param name its name
     */
    public record StaticImport(ClassName owner, String name) {}

    /** Takes a copy of the static imports. */
    public JavaSource {
        staticImports = List.copyOf(staticImports);
    }

    /** A file without static imports. */
    public static JavaSource of(ClassName name, TypeSpec type) {
        return new JavaSource(name.packageName(), type, List.of());
    }

    /**
     * The same file, where code calls these members of {@code owner} by their simple names: {@code
     * $T.member} with the owner as the type is printed without it. What the file does not use is
     * not imported.
     */
    public JavaSource importing(ClassName owner, String... members) {
        List<StaticImport> all = new ArrayList<>(staticImports);
        for (String member : members) {
            all.add(new StaticImport(owner, member));
        }
        return new JavaSource(packageName, type, all);
    }

    /**
     * The text of the file, laid out.
     *
     * @param header what its first line says
     */
    public String text(Optional<String> header) {
        JavaFile.Builder file =
                JavaFile.builder(packageName, type).indent("    ").skipJavaLangImports(true);
        header.ifPresent(line -> file.addFileComment("$L", Literals.lineComment(line)));
        for (StaticImport wanted : used(staticImports)) {
            file.addStaticImport(wanted.owner(), wanted.name());
        }
        return Layout.of(file.build().toString());
    }

    private List<StaticImport> used(List<StaticImport> wanted) {
        if (wanted.isEmpty()) {
            return List.of();
        }
        String code = type.toString();
        return wanted.stream().distinct().filter(member -> isUsed(member, code)).toList();
    }

    private static boolean isUsed(StaticImport member, String code) {
        String name = member.owner().canonicalName() + "." + member.name();
        return Pattern.compile(Pattern.quote(name) + "\\b").matcher(code).find();
    }
}
