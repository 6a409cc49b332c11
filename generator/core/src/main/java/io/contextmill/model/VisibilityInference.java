package io.contextmill.model;

import static io.contextmill.diagnostic.Quoted.quoted;

import io.contextmill.diagnostic.Diagnostic;
import io.contextmill.spec.ContextSpec;
import io.contextmill.spec.ContextSpec.EventSpec;
import io.contextmill.spec.Text;
import java.util.List;

/**
 * Which events of a context other contexts may hear of: where no event says so, all of them; where
 * some say, the others are private. A context without any public event would have no place among
 * others, and saying it of one event changes none that says it too.
 */
final class VisibilityInference implements InferenceRule {
    @Override
    public ContextSpec complete(ContextSpec spec, List<Diagnostic> findings) {
        List<String> unsaid =
                spec.events().stream()
                        .filter(event -> event.visibility().isEmpty())
                        .map(event -> event.name().value())
                        .toList();
        if (unsaid.isEmpty()) {
            return spec;
        }
        String visibility = unsaid.size() == spec.events().size() ? "public" : "private";
        findings.add(
                InferenceRules.VISIBILITY.at(
                        spec.name().span(),
                        Phrases.names(unsaid)
                                + (unsaid.size() == 1 ? " is " : " are ")
                                + visibility
                                + (visibility.equals("public")
                                        ? ": other contexts may hear of "
                                                + (unsaid.size() == 1 ? "it" : "them")
                                        : ": other events of "
                                                + quoted(spec.name().value())
                                                + " say what they are")));
        return spec.withEvents(
                spec.events().stream().map(event -> withVisibility(event, visibility)).toList());
    }

    private static EventSpec withVisibility(EventSpec event, String visibility) {
        return event.visibility().isPresent()
                ? event
                : event.withVisibility(new Text(visibility, event.name().span()));
    }
}
