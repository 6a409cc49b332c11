package io.contextmill.templates.platform;

import io.contextmill.templates.View;
import io.contextmill.templates.text.JavaComment;
import io.contextmill.templates.text.JavaName;
import io.contextmill.templates.text.JavaString;

/**
 * {@code TestDatabase}: the database that a service's tests run on.
 *
 * @param packageName the package that it is in
 * @param service the service's name in prose
 * @param ofService the method that returns the database
 * @param login the name of the service's login and database in the script that makes them
 */
public record TestDatabaseSource(
        JavaName packageName, JavaComment service, JavaName ofService, JavaString login)
        implements View {
    @Override
    public String template() {
        return "platform/test/TestDatabase.java";
    }
}
