package io.contextmill.spec;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * The language as a JSON Schema (draft 2020-12), for editors. It accepts what the decoder accepts,
 * but for what a schema cannot say: the inside of types, the order of a saga's steps, and files.
 */
public final class SpecSchema {
    private static final String RESOURCE = "spec.schema.json";

    private SpecSchema() {}

    /** The schema, as JSON. */
    public static String text() {
        try (InputStream schema = SpecSchema.class.getResourceAsStream(RESOURCE)) {
            if (schema == null) {
                throw new IllegalStateException("no resource " + RESOURCE);
            }
            return new String(schema.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
