package io.contextmill.templates.platform;

import io.contextmill.templates.View;
import io.contextmill.templates.text.JavaName;
import io.contextmill.templates.text.JavaString;

/**
 * {@code MigratedDatabase}: a database with the service's tables, for tests without the service.
 *
 * @param packageName the package that it is in
 * @param migrations where the migrations are on the class path
 */
public record MigratedDatabaseSource(JavaName packageName, JavaString migrations) implements View {
    @Override
    public String template() {
        return "platform/test/MigratedDatabase.java";
    }
}
