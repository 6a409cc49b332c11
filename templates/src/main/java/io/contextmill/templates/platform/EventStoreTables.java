package io.contextmill.templates.platform;

import io.contextmill.templates.View;

/** The tables of aggregates that are kept as all that happened to them. */
public record EventStoreTables() implements View {
    @Override
    public String template() {
        return "platform/eventstore.sql";
    }
}
