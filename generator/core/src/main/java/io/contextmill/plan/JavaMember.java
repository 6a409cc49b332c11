package io.contextmill.plan;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/**
 * What others can name of a type.
 *
 * @param owner the simple name of the type
 * @param name that of the type for what makes one
 * @param isAbstract whether those who implement the type have to say it
 */
record JavaMember(
        Kind kind, String owner, String name, List<Parameter> parameters, boolean isAbstract) {
    private static final Pattern ANNOTATION = Pattern.compile("@[\\w.]+(?:\\([^)]*\\))?\\s*");
    private static final Pattern QUALIFIER = Pattern.compile("\\b(?:[a-z]\\w*\\.)+");
    private static final String CONSTRUCTOR_NAME = "<init>";

    /** What a member is. */
    enum Kind {
        CONSTRUCTOR,
        METHOD,
        CONSTANT
    }

    /**
     * A parameter.
     *
     * @param type without annotations and packages
     */
    record Parameter(String type, String name) {
        static Parameter of(VariableTree variable) {
            return new Parameter(typeOf(variable.getType()), variable.getName().toString());
        }
    }

    /** The members of all types that a text declares, except for those that it hides. */
    static List<JavaMember> in(JavaSyntax syntax) {
        List<JavaMember> members = new ArrayList<>();
        for (Tree declared : syntax.unit().getTypeDecls()) {
            if (declared instanceof ClassTree type) {
                add(type, members);
            }
        }
        return members;
    }

    /** A type as a text names it, without annotations and packages. */
    static String typeOf(Tree type) {
        String text = ANNOTATION.matcher(type.toString()).replaceAll("");
        return QUALIFIER.matcher(text).replaceAll("");
    }

    /** The types of the parameters. */
    List<String> types() {
        return parameters.stream().map(Parameter::type).toList();
    }

    /** Whether who uses the one can use the other in the same way. */
    boolean isLike(JavaMember other) {
        return kind == other.kind
                && owner.equals(other.owner)
                && name.equals(other.name)
                && types().equals(other.types());
    }

    /** As it is named where it is used. */
    String shown() {
        String list =
                parameters.stream()
                        .map(parameter -> parameter.type() + " " + parameter.name())
                        .collect(Collectors.joining(", ", "(", ")"));
        return switch (kind) {
            case CONSTRUCTOR -> "new " + name + list;
            case METHOD -> name + list;
            case CONSTANT -> name;
        };
    }

    private static void add(ClassTree type, List<JavaMember> members) {
        String owner = type.getSimpleName().toString();
        boolean isRecord = type.getKind() == Tree.Kind.RECORD;
        List<Parameter> components = new ArrayList<>();
        boolean hasConstructor = false;
        for (Tree member : type.getMembers()) {
            if (member instanceof ClassTree nested) {
                add(nested, members);
            } else if (member instanceof VariableTree variable) {
                if (variable.getModifiers().getFlags().contains(Modifier.STATIC)) {
                    addConstant(owner, variable, members);
                } else if (isRecord) {
                    components.add(Parameter.of(variable));
                }
            } else if (member instanceof MethodTree method) {
                boolean makes = method.getName().contentEquals(CONSTRUCTOR_NAME);
                hasConstructor |= makes;
                if (!(isRecord && makes && method.getParameters().isEmpty())) {
                    addMethod(type, method, members);
                }
            }
        }
        if (isRecord) {
            members.add(new JavaMember(Kind.CONSTRUCTOR, owner, owner, components, false));
            for (Parameter component : components) {
                members.add(new JavaMember(Kind.METHOD, owner, component.name(), List.of(), false));
            }
        } else if (type.getKind() == Tree.Kind.CLASS && !hasConstructor) {
            members.add(new JavaMember(Kind.CONSTRUCTOR, owner, owner, List.of(), false));
        }
    }

    private static void addConstant(String owner, VariableTree variable, List<JavaMember> members) {
        if (!variable.getModifiers().getFlags().contains(Modifier.PRIVATE)) {
            members.add(
                    new JavaMember(
                            Kind.CONSTANT, owner, variable.getName().toString(), List.of(), false));
        }
    }

    private static void addMethod(ClassTree type, MethodTree method, List<JavaMember> members) {
        Set<Modifier> flags = method.getModifiers().getFlags();
        if (flags.contains(Modifier.PRIVATE)) {
            return;
        }
        String owner = type.getSimpleName().toString();
        boolean makes = method.getName().contentEquals(CONSTRUCTOR_NAME);
        members.add(
                new JavaMember(
                        makes ? Kind.CONSTRUCTOR : Kind.METHOD,
                        owner,
                        makes ? owner : method.getName().toString(),
                        method.getParameters().stream().<Parameter>map(Parameter::of).toList(),
                        !makes && method.getBody() == null));
    }
}
