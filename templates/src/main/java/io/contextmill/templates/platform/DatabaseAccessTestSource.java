package io.contextmill.templates.platform;

import io.contextmill.templates.View;
import io.contextmill.templates.text.JavaName;

/**
 * {@code DatabaseAccessTest}: a service's login enters its own database and no other.
 *
 * @param packageName the package that it is in
 * @param ofService the method of {@code TestDatabase} that returns the service's own
 */
public record DatabaseAccessTestSource(JavaName packageName, JavaName ofService) implements View {
    @Override
    public String template() {
        return "platform/test/DatabaseAccessTest.java";
    }
}
