package io.contextmill.emitters.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.EntityTree;
import com.sun.source.doctree.TextTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.LabeledStatementTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.PrimitiveTypeTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeParameterTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTreeScanner;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import io.contextmill.emitters.JavaCompilation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/**
 * What javac reads in a file: each node of its tree, with its name if it has one; texts, those that
 * are joined by {@code +} as one; and what stands in its documentation comments, with tags and
 * markup as nodes and text as text.
 */
final class JavaFacts extends TreePathScanner<@Nullable Void, @Nullable Void> {
    /** What names of methods begin with, so that those that are made of a text can be told. */
    static final String METHOD = "METHOD ";

    private final DocTrees docs;
    private final List<String> facts = new ArrayList<>();

    private JavaFacts(DocTrees docs) {
        this.docs = docs;
    }

    /** What is in each of the files, by their paths. */
    static Map<String, List<String>> of(Map<String, String> files) {
        DiagnosticCollector<JavaFileObject> findings = new DiagnosticCollector<>();
        JavacTask task =
                (JavacTask)
                        ToolProvider.getSystemJavaCompiler()
                                .getTask(
                                        null,
                                        null,
                                        findings,
                                        List.of("-proc:none"),
                                        null,
                                        files.entrySet().stream()
                                                .map(
                                                        file ->
                                                                new JavaCompilation.Source(
                                                                        file.getKey(),
                                                                        file.getValue()))
                                                .toList());
        DocTrees docs = DocTrees.instance(task);
        Map<String, List<String>> facts = new TreeMap<>();
        try {
            for (CompilationUnitTree unit : task.parse()) {
                JavaFacts read = new JavaFacts(docs);
                read.scan(unit, null);
                facts.put(unit.getSourceFile().getName().substring(1), read.facts);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        assertThat(findings.getDiagnostics()).isEmpty();
        return facts;
    }

    @Override
    public @Nullable Void scan(@Nullable Tree tree, @Nullable Void nothing) {
        if (tree == null) {
            facts.add("none");
            return null;
        }
        Optional<String> text = text(tree);
        if (text.isPresent()) {
            facts.add(text.get());
            return null;
        }
        facts.add(tree instanceof MethodTree ? METHOD + name(tree) : tree.getKind() + name(tree));
        super.scan(tree, null);
        facts.add("end");
        return null;
    }

    @Override
    public @Nullable Void visitClass(ClassTree tree, @Nullable Void nothing) {
        document();
        return super.visitClass(tree, null);
    }

    @Override
    public @Nullable Void visitMethod(MethodTree tree, @Nullable Void nothing) {
        document();
        return super.visitMethod(tree, null);
    }

    @Override
    public @Nullable Void visitVariable(VariableTree tree, @Nullable Void nothing) {
        document();
        return super.visitVariable(tree, null);
    }

    @Override
    public @Nullable Void visitCompilationUnit(CompilationUnitTree tree, @Nullable Void nothing) {
        document();
        return super.visitCompilationUnit(tree, null);
    }

    private void document() {
        DocCommentTree comment = docs.getDocCommentTree(getCurrentPath());
        if (comment != null) {
            List<String> said = new ArrayList<>();
            new Documentation().scan(comment, said);
            facts.addAll(said);
        }
    }

    /** The text that a literal is, or several that are joined. */
    private static Optional<String> text(Tree tree) {
        if (tree instanceof LiteralTree literal && literal.getValue() instanceof String value) {
            return Optional.of(value);
        }
        if (tree instanceof BinaryTree sum && tree.getKind() == Tree.Kind.PLUS) {
            return text(sum.getLeftOperand())
                    .flatMap(left -> text(sum.getRightOperand()).map(right -> left + right));
        }
        return Optional.empty();
    }

    private static String name(Tree tree) {
        Object name = "";
        if (tree instanceof IdentifierTree identifier) {
            name = identifier.getName();
        } else if (tree instanceof MemberSelectTree select) {
            name = select.getIdentifier();
        } else if (tree instanceof MemberReferenceTree reference) {
            name = reference.getName();
        } else if (tree instanceof ClassTree type) {
            name = type.getSimpleName();
        } else if (tree instanceof MethodTree method) {
            name = method.getName();
        } else if (tree instanceof VariableTree variable) {
            name = variable.getName();
        } else if (tree instanceof TypeParameterTree parameter) {
            name = parameter.getName();
        } else if (tree instanceof LabeledStatementTree label) {
            name = label.getLabel();
        } else if (tree instanceof ModifiersTree modifiers) {
            name = modifiers.getFlags();
        } else if (tree instanceof PrimitiveTypeTree primitive) {
            name = primitive.getPrimitiveTypeKind();
        } else if (tree instanceof ImportTree imported) {
            name = imported.isStatic();
        } else if (tree instanceof LiteralTree literal) {
            name = literal.getValue();
        }
        return " " + name;
    }

    /** Reads a comment: text that no tag and no markup parts is one fact. */
    private static final class Documentation extends DocTreeScanner<@Nullable Void, List<String>> {
        private static final String TEXT = "said: ";

        @Override
        public @Nullable Void scan(@Nullable DocTree tree, List<String> said) {
            if (tree == null) {
                return null;
            }
            if (tree instanceof TextTree text) {
                say(text.getBody(), said);
            } else if (tree instanceof EntityTree entity) {
                say(character(entity.getName().toString()), said);
            } else {
                boolean whole = !(tree instanceof DocCommentTree) && !isTag(tree);
                said.add(tree.getKind() + (whole ? " " + tree : ""));
                super.scan(tree, said);
                said.add("end of " + tree.getKind());
            }
            return null;
        }

        /** Whether what the tree holds is looked at part by part. */
        private static boolean isTag(DocTree tree) {
            return tree instanceof com.sun.source.doctree.BlockTagTree
                    || tree instanceof com.sun.source.doctree.InlineTagTree;
        }

        private static void say(String text, List<String> said) {
            int last = said.size() - 1;
            if (last >= 0 && said.get(last).startsWith(TEXT)) {
                said.set(last, said.get(last) + text);
            } else {
                said.add(TEXT + text);
            }
        }

        private static String character(String entity) {
            if (entity.startsWith("#")) {
                return Character.toString(Integer.parseInt(entity.substring(1)));
            }
            return switch (entity) {
                case "lt" -> "<";
                case "gt" -> ">";
                case "amp" -> "&";
                default -> throw new AssertionError("no encoder writes &" + entity + ";");
            };
        }
    }
}
