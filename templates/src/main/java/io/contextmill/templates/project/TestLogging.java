package io.contextmill.templates.project;

import io.contextmill.templates.View;
import io.contextmill.templates.text.XmlText;

/**
 * {@code logback-test.xml}: what is logged while tests run.
 *
 * @param platformPackage the package whose failures are asked for by its own tests
 */
public record TestLogging(XmlText platformPackage) implements View {
    @Override
    public String template() {
        return "project/logback-test.xml";
    }
}
