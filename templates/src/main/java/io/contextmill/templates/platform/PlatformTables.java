package io.contextmill.templates.platform;

import io.contextmill.templates.View;

/** The tables that the platform keeps in the database of a service. */
public record PlatformTables() implements View {
    @Override
    public String template() {
        return "platform/tables.sql";
    }
}
