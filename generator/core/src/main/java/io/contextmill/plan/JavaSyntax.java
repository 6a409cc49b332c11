package io.contextmill.plan;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * A Java text as the compiler reads it, before it knows what any name in it means. A text with
 * faults in it is read as far as it can be understood.
 */
final class JavaSyntax {
    private final CompilationUnitTree unit;
    private final SourcePositions positions;

    private JavaSyntax(CompilationUnitTree unit, SourcePositions positions) {
        this.unit = unit;
        this.positions = positions;
    }

    /** Reads texts, one after the other: what making it ready costs is paid once. */
    static final class Reader {
        private final Optional<JavaCompiler> compiler =
                Optional.ofNullable(ToolProvider.getSystemJavaCompiler());
        private final Optional<StandardJavaFileManager> files =
                compiler.map(java -> java.getStandardFileManager(null, null, null));

        /** Absent where Java is run without its compiler. */
        Optional<JavaSyntax> read(String text) {
            return compiler.flatMap(java -> read(text, java));
        }

        private Optional<JavaSyntax> read(String text, JavaCompiler java) {
            JavacTask task =
                    (JavacTask)
                            java.getTask(
                                    null,
                                    files.orElse(null),
                                    fault -> {},
                                    List.of("-proc:none"),
                                    null,
                                    List.of(new Text(text)));
            try {
                for (CompilationUnitTree unit : task.parse()) {
                    return Optional.of(
                            new JavaSyntax(unit, Trees.instance(task).getSourcePositions()));
                }
            } catch (IOException e) {
                // Nothing is read but memory.
            }
            return Optional.empty();
        }
    }

    CompilationUnitTree unit() {
        return unit;
    }

    int start(Tree tree) {
        return (int) positions.getStartPosition(unit, tree);
    }

    int end(Tree tree) {
        return (int) positions.getEndPosition(unit, tree);
    }

    private static final class Text extends SimpleJavaFileObject {
        private final String text;

        Text(String text) {
            super(URI.create("memory:///Text.java"), JavaFileObject.Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
