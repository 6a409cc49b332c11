package io.contextmill.templates;

import com.github.mustachejava.DefaultMustacheFactory;
import com.github.mustachejava.Mustache;
import com.github.mustachejava.MustacheException;
import com.github.mustachejava.MustacheResolver;
import com.github.mustachejava.reflect.Guard;
import com.github.mustachejava.reflect.MissingWrapper;
import com.github.mustachejava.reflect.ReflectionObjectHandler;
import io.contextmill.templates.text.Encoded;
import io.contextmill.templates.text.FileType;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Fills templates, strictly: a variable that the view lacks is an error, and so is a value that was
 * encoded for no place in this kind of file. Templates are read once. For any number of threads.
 */
public final class Templates {
    private static final Map<FileType, StrictFactory> FACTORIES = new EnumMap<>(FileType.class);

    static {
        for (FileType type : FileType.values()) {
            FACTORIES.put(type, new StrictFactory(type, Templates::open));
        }
    }

    private Templates() {}

    /**
     * The file that a template makes of its view.
     *
     * @throws MustacheException if the template asks for what the view does not have or may not
     *     print
     */
    public static String render(View view) {
        FileType type = FileType.of(view.template());
        StrictFactory factory = FACTORIES.get(type);
        if (factory == null) {
            throw new IllegalStateException("no factory for " + type);
        }
        return factory.render(view);
    }

    private static Reader open(String template) {
        InputStream resource = Templates.class.getResourceAsStream(template + ".mustache");
        if (resource == null) {
            throw new MustacheException("There is no template " + template);
        }
        return new InputStreamReader(resource, StandardCharsets.UTF_8);
    }

    /** Compiles the templates of one kind of file. */
    static final class StrictFactory extends DefaultMustacheFactory {
        StrictFactory(FileType type, MustacheResolver templates) {
            super(templates);
            setObjectHandler(new StrictHandler(type));
        }

        String render(View view) {
            Mustache template = compile(view.template());
            StringWriter file = new StringWriter();
            template.execute(file, view);
            return file.toString();
        }

        /** Writes the value as it is: it comes encoded, or is refused. */
        @Override
        public void encode(String value, Writer writer) {
            try {
                writer.write(value);
            } catch (java.io.IOException e) {
                throw new MustacheException("Cannot write", e);
            }
        }
    }

    private static final class StrictHandler extends ReflectionObjectHandler {
        private final FileType type;

        StrictHandler(FileType type) {
            this.type = type;
        }

        @Override
        protected MissingWrapper createMissingWrapper(String name, List<Guard> guards) {
            throw new MustacheException("The view has no " + name);
        }

        @Override
        public String stringify(Object value) {
            if (value instanceof Encoded text && text.fileType() == type) {
                return text.encoded();
            }
            throw new MustacheException(
                    "A file of type %s cannot print a %s".formatted(type, value.getClass()));
        }
    }
}
