package io.contextmill.plan;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import io.contextmill.diagnostic.Diagnostic;
import io.contextmill.plan.JavaMember.Kind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/**
 * Finds the places of a file that use members of types which become others. What an expression is
 * of is known where its variable is declared with its type in the same file; a use of which that is
 * not known is passed over.
 */
final class BrokenUses extends TreeScanner<@Nullable Void, @Nullable Void> {
    private final PeoplesJava file;
    private final JavaSyntax syntax;
    private final List<ChangedMembers> changes;
    private final Map<String, Set<String>> variables = new HashMap<>();
    private final Deque<List<String>> parents = new ArrayDeque<>();
    private final List<Diagnostic> findings = new ArrayList<>();

    private BrokenUses(PeoplesJava file, JavaSyntax syntax, List<ChangedMembers> changes) {
        this.file = file;
        this.syntax = syntax;
        this.changes = changes;
    }

    /**
     * One for each such place.
     *
     * @param changes of types that the file can name
     * @param reader reads the file
     */
    static List<Diagnostic> in(
            PeoplesJava file, Collection<ChangedMembers> changes, JavaSyntax.Reader reader) {
        Optional<JavaSyntax> syntax =
                changes.isEmpty() ? Optional.empty() : reader.read(file.text());
        if (syntax.isEmpty()) {
            return List.of();
        }
        BrokenUses uses = new BrokenUses(file, syntax.get(), List.copyOf(changes));
        new Variables(uses.variables).scan(syntax.get().unit(), null);
        uses.scan(syntax.get().unit(), null);
        return uses.findings;
    }

    @Override
    public @Nullable Void visitClass(ClassTree type, @Nullable Void none) {
        List<String> above = new ArrayList<>();
        List<Tree> clauses = new ArrayList<>(type.getImplementsClause());
        if (type.getExtendsClause() != null) {
            clauses.add(type.getExtendsClause());
        }
        boolean isWhole =
                type.getKind() != Tree.Kind.INTERFACE
                        && !type.getModifiers().getFlags().contains(Modifier.ABSTRACT);
        for (Tree clause : clauses) {
            String name = simpleName(clause);
            above.add(name);
            if (isWhole) {
                requireAll(type, clause, name);
            }
        }
        if (!above.isEmpty() || parents.isEmpty() || !type.getSimpleName().isEmpty()) {
            parents.push(above);
            super.visitClass(type, null);
            parents.pop();
        } else {
            // The body of an anonymous class: what it extends is known already.
            super.visitClass(type, null);
        }
        return null;
    }

    @Override
    public @Nullable Void visitNewClass(NewClassTree made, @Nullable Void none) {
        String name = simpleName(made.getIdentifier());
        if (made.getClassBody() == null) {
            report(
                    made.getIdentifier(),
                    change ->
                            change.used(Kind.CONSTRUCTOR, name, name, made.getArguments().size()));
            return super.visitNewClass(made, null);
        }
        requireAll(made.getClassBody(), made.getIdentifier(), name);
        parents.push(List.of(name));
        super.visitNewClass(made, null);
        parents.pop();
        return null;
    }

    @Override
    public @Nullable Void visitMethod(MethodTree method, @Nullable Void none) {
        List<String> types =
                method.getParameters().stream()
                        .map(parameter -> JavaMember.typeOf(parameter.getType()))
                        .toList();
        String name = method.getName().toString();
        for (String parent : currentParents()) {
            reportName(method, name, change -> change.overridden(parent, name, types));
        }
        return super.visitMethod(method, null);
    }

    @Override
    public @Nullable Void visitMethodInvocation(MethodInvocationTree call, @Nullable Void none) {
        int arguments = call.getArguments().size();
        ExpressionTree method = call.getMethodSelect();
        if (method instanceof MemberSelectTree selected) {
            String name = selected.getIdentifier().toString();
            for (String owner : typesOf(selected.getExpression())) {
                reportName(
                        selected, name, change -> change.used(Kind.METHOD, owner, name, arguments));
            }
        } else if (method instanceof IdentifierTree own) {
            String name = own.getName().toString();
            for (String owner : currentParents()) {
                report(own, change -> change.used(Kind.METHOD, owner, name, arguments));
            }
        }
        return super.visitMethodInvocation(call, null);
    }

    @Override
    public @Nullable Void visitMemberReference(MemberReferenceTree reference, @Nullable Void none) {
        String name = reference.getName().toString();
        for (String owner : typesOf(reference.getQualifierExpression())) {
            reportName(
                    reference,
                    name,
                    change ->
                            name.equals("<init>")
                                    ? change.named(Kind.CONSTRUCTOR, owner, owner)
                                    : change.named(Kind.METHOD, owner, name));
        }
        return super.visitMemberReference(reference, null);
    }

    @Override
    public @Nullable Void visitMemberSelect(MemberSelectTree selected, @Nullable Void none) {
        if (selected.getExpression() instanceof IdentifierTree type) {
            String owner = type.getName().toString();
            String name = selected.getIdentifier().toString();
            reportName(selected, name, change -> change.named(Kind.CONSTANT, owner, name));
        }
        return super.visitMemberSelect(selected, null);
    }

    @Override
    public @Nullable Void visitImport(ImportTree imported, @Nullable Void none) {
        if (imported.isStatic()
                && imported.getQualifiedIdentifier() instanceof MemberSelectTree member) {
            String owner = simpleName(member.getExpression());
            String name = member.getIdentifier().toString();
            reportName(member, name, change -> change.named(Kind.CONSTANT, owner, name));
        }
        return null;
    }

    private List<String> currentParents() {
        List<String> current = parents.peek();
        return current == null ? List.of() : current;
    }

    /**
     * What an expression is of; the type itself where it names one; nothing where it is unknown.
     */
    private Collection<String> typesOf(Tree expression) {
        if (expression instanceof IdentifierTree identifier) {
            String name = identifier.getName().toString();
            if (name.equals("this")) {
                return currentParents();
            }
            Set<String> types = variables.getOrDefault(name, Set.of(name));
            return types.size() == 1 ? types : Set.of();
        }
        if (expression instanceof MemberSelectTree selected) {
            String name = selected.getIdentifier().toString();
            if (name.equals("super")) {
                return List.of(simpleName(selected.getExpression()));
            }
            boolean isField =
                    selected.getExpression() instanceof IdentifierTree of
                            && of.getName().contentEquals("this");
            return isField
                    ? variables.getOrDefault(name, Set.of())
                    : Character.isUpperCase(name.charAt(0)) ? List.of(name) : List.of();
        }
        return expression instanceof NewClassTree made
                ? List.of(simpleName(made.getIdentifier()))
                : List.of();
    }

    private void requireAll(ClassTree type, Tree clause, String parent) {
        for (ChangedMembers change : changes) {
            for (JavaMember asked : change.asked(parent)) {
                if (type.getMembers().stream().noneMatch(member -> says(member, asked))) {
                    findings.add(
                            PlanRules.BREAKS_OWNED.at(
                                    file.span(syntax.start(clause), syntax.end(clause)),
                                    "`%s` asks for `%s` from now on, and this class does not have it"
                                            .formatted(parent, asked.shown()),
                                    "write it together with the change of the spec"));
                }
            }
        }
    }

    private static boolean says(Tree member, JavaMember asked) {
        return member instanceof MethodTree method
                && method.getName().contentEquals(asked.name())
                && method.getParameters().size() == asked.parameters().size();
    }

    private interface Lookup {
        Optional<JavaMember> in(ChangedMembers change);
    }

    private void report(Tree place, Lookup lookup) {
        report(syntax.start(place), syntax.end(place), lookup);
    }

    /** At the name within a tree that ends with it, or has it before its parameters. */
    private void reportName(Tree tree, String name, Lookup lookup) {
        int end = syntax.end(tree);
        int start =
                tree instanceof MethodTree
                        ? nameOf(tree, name)
                        : file.text().lastIndexOf(name, Math.max(0, end - name.length()));
        if (name.equals("<init>") || start < syntax.start(tree)) {
            report(tree, lookup);
        } else {
            report(start, start + name.length(), lookup);
        }
    }

    /** Where a method's name stands: the first place at which it is followed by a bracket. */
    private int nameOf(Tree method, String name) {
        int from = syntax.start(method);
        int at = file.text().indexOf(name + "(", from);
        return at < 0 ? from : at;
    }

    private void report(int start, int end, Lookup lookup) {
        for (ChangedMembers change : changes) {
            lookup.in(change).ifPresent(gone -> findings.add(finding(change, gone, start, end)));
        }
    }

    private Diagnostic finding(ChangedMembers change, JavaMember gone, int start, int end) {
        String of = gone.kind() == Kind.CONSTRUCTOR ? "" : " of `" + gone.owner() + "`";
        String becomes =
                change.successor(gone)
                        .map(next -> " becomes `" + next.shown() + "`")
                        .orElse(" goes");
        boolean byName = gone.kind() == Kind.CONSTRUCTOR && change.isFilledByName(gone.owner());
        return PlanRules.BREAKS_OWNED.at(
                file.span(start, end),
                "`" + gone.shown() + "`" + of + becomes + ", and this file of yours uses it",
                byName
                        ? "make it with `%s.of`, which fills it by name".formatted(gone.owner())
                        : "change it together with the spec: it does not compile otherwise");
    }

    /** The last part of a name, without what stands between brackets behind it. */
    private static String simpleName(Tree tree) {
        if (tree instanceof ParameterizedTypeTree parameterized) {
            return simpleName(parameterized.getType());
        }
        if (tree instanceof MemberSelectTree selected) {
            return selected.getIdentifier().toString();
        }
        return tree instanceof IdentifierTree identifier ? identifier.getName().toString() : "";
    }

    /** The types that the variables of a file are declared with. */
    private static final class Variables extends TreeScanner<@Nullable Void, @Nullable Void> {
        private final Map<String, Set<String>> types;

        Variables(Map<String, Set<String>> types) {
            this.types = types;
        }

        @Override
        public @Nullable Void visitVariable(VariableTree variable, @Nullable Void none) {
            String type =
                    variable.getType() != null
                            ? simpleName(variable.getType())
                            : variable.getInitializer() instanceof NewClassTree made
                                    ? simpleName(made.getIdentifier())
                                    : "";
            types.computeIfAbsent(variable.getName().toString(), name -> new HashSet<>()).add(type);
            return super.visitVariable(variable, null);
        }
    }
}
