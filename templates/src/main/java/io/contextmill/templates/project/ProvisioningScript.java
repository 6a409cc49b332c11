package io.contextmill.templates.project;

import io.contextmill.templates.View;
import io.contextmill.templates.text.PsqlVariable;
import io.contextmill.templates.text.SqlComment;
import io.contextmill.templates.text.SqlIdentifier;

/**
 * {@code provision.sql}: makes the login and the database of a service.
 *
 * @param service the service's name in prose
 * @param login the name of login and database
 * @param passwordVariable the environment variable that holds the password
 */
public record ProvisioningScript(
        SqlComment service, SqlIdentifier login, PsqlVariable passwordVariable) implements View {
    @Override
    public String template() {
        return "project/provision.sql";
    }
}
