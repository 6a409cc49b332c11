package io.contextmill.emitters.platform;

import io.contextmill.diagnostic.SourceSpan;
import io.contextmill.emit.EmitterId;
import io.contextmill.emit.GeneratedFile;
import io.contextmill.emit.Ownership;
import io.contextmill.emit.RelativePath;
import io.contextmill.emitters.java.Literals;
import io.contextmill.templates.Templates;
import io.contextmill.templates.View;
import io.contextmill.templates.platform.PlatformSource;
import io.contextmill.templates.text.JavaName;

/**
 * The folder of the platform's package below a source root: of the service itself, or of a module
 * that several share.
 *
 * @param root the source root
 * @param packageName the platform's package
 * @param header what the first line of each file says
 * @param origin what each file was asked for by
 * @param emitter who makes them
 */
record SourceFolder(
        String root, JavaName packageName, String header, SourceSpan origin, EmitterId emitter) {

    /** A file that depends on the package only. */
    GeneratedFile file(PlatformSource source) {
        return file(source.path(), source);
    }

    /** The file that a view makes, at a path below this folder. */
    GeneratedFile file(String path, View view) {
        RelativePath folder = new RelativePath(root + "/" + packageName.raw().replace('.', '/'));
        String text =
                "// "
                        + Literals.lineComment(header)
                        + "\n"
                        + ImportOrder.sorted(Templates.render(view));
        return new GeneratedFile(folder.resolve(path), Ownership.GENERATED, text, origin, emitter);
    }
}
