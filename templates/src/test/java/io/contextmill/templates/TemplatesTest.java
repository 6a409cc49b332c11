package io.contextmill.templates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.mustachejava.MustacheException;
import io.contextmill.templates.text.Encoded;
import io.contextmill.templates.text.FileType;
import io.contextmill.templates.text.JavaName;
import io.contextmill.templates.text.XmlText;
import java.io.StringReader;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How strictly templates are filled. */
class TemplatesTest {

    @Test
    void encodesWhatIsPrinted() {
        assertThat(render("<a>{{value}}</a>", new Value(new XmlText("<&>"))))
                .isEqualTo("<a>&lt;&amp;&gt;</a>");
    }

    @Test
    void encodesWhatATemplateAsksToHavePrintedAsItIs() {
        assertThat(render("<a>{{{value}}}{{&value}}</a>", new Value(new XmlText("<"))))
                .isEqualTo("<a>&lt;&lt;</a>");
    }

    @Test
    void refusesAVariableThatTheViewLacks() {
        Value view = new Value(new XmlText("x"));

        assertThatThrownBy(() -> render("{{valeu}}", view))
                .hasStackTraceContaining("The view has no valeu");
        assertThatThrownBy(() -> render("{{#valeu}}{{/valeu}}", view))
                .hasStackTraceContaining("The view has no valeu");
        assertThatThrownBy(() -> render("{{^valeu}}{{/valeu}}", view))
                .hasStackTraceContaining("The view has no valeu");
    }

    @Test
    void refusesAVariableThatTheItemsOfAListLack() {
        Listing view = new Listing(List.of(new Value(new XmlText("a"))));

        assertThatThrownBy(() -> render("{{#values}}{{valeu}}{{/values}}", view))
                .hasStackTraceContaining("The view has no valeu");
    }

    @Test
    void refusesATextThatIsEncodedForNothing() {
        assertThatThrownBy(() -> render("{{text}}", new Plain("x")))
                .isInstanceOf(MustacheException.class);
    }

    @Test
    void refusesATextThatIsEncodedForAnotherKindOfFile() {
        assertThatThrownBy(() -> render("{{value}}", new Value(new JavaName("x"))))
                .hasStackTraceContaining("A file of type XML cannot print a");
    }

    @Test
    void refusesATemplateThatDoesNotExist() {
        assertThatThrownBy(() -> Templates.render(new Value(new XmlText("x"))))
                .hasStackTraceContaining("There is no template test.xml");
    }

    @Test
    void repeatsAndLeavesOut() {
        Listing view =
                new Listing(List.of(new Value(new XmlText("a")), new Value(new XmlText("b"))));

        assertThat(render("{{#values}}\n- {{value}}\n{{/values}}\n", view)).isEqualTo("- a\n- b\n");
        assertThat(render("{{#maybe}}\n{{maybe}}\n{{/maybe}}\n", new Maybe(Optional.empty())))
                .isEmpty();
        assertThat(
                        render(
                                "{{#maybe}}\n{{maybe}}\n{{/maybe}}\n",
                                new Maybe(Optional.of(new XmlText("x")))))
                .isEqualTo("x\n");
        assertThat(render("{{#flag}}\nyes\n{{/flag}}\n", new Flag(true))).isEqualTo("yes\n");
        assertThat(render("{{#flag}}\nyes\n{{/flag}}\n", new Flag(false))).isEmpty();
    }

    private static String render(String template, View view) {
        return new Templates.StrictFactory(FileType.XML, name -> new StringReader(template))
                .render(view);
    }

    private interface TestView extends View {
        @Override
        default String template() {
            return "test.xml";
        }
    }

    private record Value(Encoded value) implements TestView {}

    private record Listing(List<Value> values) implements TestView {}

    private record Maybe(Optional<XmlText> maybe) implements TestView {}

    private record Flag(boolean flag) implements TestView {}

    private record Plain(String text) implements TestView {}
}
