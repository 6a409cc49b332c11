package io.contextmill.spec;

import static io.contextmill.diagnostic.Quoted.quoted;

import io.contextmill.diagnostic.Diagnostic;
import io.contextmill.diagnostic.Validated;
import io.contextmill.source.Findings;
import io.contextmill.source.Node;
import io.contextmill.source.Node.Entry;
import io.contextmill.source.Node.Mapping;
import io.contextmill.source.Node.Scalar;
import io.contextmill.source.Node.Sequence;
import io.contextmill.spec.ContextSpec.OptionsSpec;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Decodes the document of a spec: a workspace, or a context that stands alone.
 *
 * <p>The contexts of a workspace are a list whose items are paths of files or whole contexts, or a
 * map from the name of each to its detail. All findings of all of them come at once; a workspace of
 * which a context could not be understood has no value, since a context that is missing would look
 * like one that was deleted.
 */
public final class SpecDecoder {
    private final ContextSource files;
    private final Findings findings = new Findings();
    private final Values values = new Values(findings);
    private final List<Diagnostic> ofContexts = new ArrayList<>();
    private final List<ContextSpec> contexts = new ArrayList<>();
    private final Map<String, Text> paths = new HashMap<>();
    private boolean complete = true;

    private SpecDecoder(ContextSource files) {
        this.files = files;
    }

    /** Decodes a document that needs no other; a file that it names is a finding. */
    public static Validated<WorkspaceSpec> decode(Node root) {
        return decode(
                root,
                path ->
                        Validated.failed(
                                List.of(
                                        SpecRules.UNREADABLE_CONTEXT.at(
                                                path.span(),
                                                "the file "
                                                        + quoted(path.value())
                                                        + " cannot be looked up from here"))));
    }

    /** Decodes a document with the files that it names. */
    static Validated<WorkspaceSpec> decode(Node root, ContextSource files) {
        return isWorkspace(root)
                ? new SpecDecoder(files).workspace((Mapping) root)
                : ContextDecoder.decode(root)
                        .then(context -> Validated.of(WorkspaceSpec.alone(context), List.of()));
    }

    private static boolean isWorkspace(Node root) {
        return keyOf(root, "workspace").isPresent()
                || (keyOf(root, "contexts").isPresent() && keyOf(root, "context").isEmpty());
    }

    private static Optional<Scalar> keyOf(Node node, String key) {
        return node instanceof Mapping map
                ? map.entries().stream()
                        .map(Entry::key)
                        .filter(candidate -> candidate.value().equals(key))
                        .findFirst()
                : Optional.empty();
    }

    private Validated<WorkspaceSpec> workspace(Mapping root) {
        keyOf(root, "context")
                .ifPresent(
                        key ->
                                findings.add(
                                        SpecRules.NESTED_WORKSPACE.at(
                                                key.span(),
                                                "this document is a workspace and a context at once",
                                                "put the context under `contexts`")));
        Entries entries = Entries.of(withoutContext(root), Vocabulary.WORKSPACE, findings);
        Optional<Text> name =
                required(root, entries, "workspace", "as in `workspace: shop`")
                        .flatMap(
                                value ->
                                        values.text(value, "`workspace`").isPresent()
                                                ? Optional.of((Scalar) value)
                                                : Optional.empty())
                        .map(value -> values.name(value, NameForm.KEBAB, "a workspace"));
        OptionsSpec options = values.options(entries);
        values.project(entries);
        values.word(entries, Choice.SAGAS);
        required(root, entries, "contexts", "as in `contexts: [contexts/order.yaml]`")
                .ifPresent(this::contexts);
        List<Diagnostic> all = new ArrayList<>(ofContexts);
        all.addAll(findings.withoutValue().diagnostics());
        return name.isEmpty() || !complete || contexts.isEmpty() || !values.allNamesLegal()
                ? Validated.failed(all)
                : Validated.of(new WorkspaceSpec(name.get(), false, options, contexts), all);
    }

    private static Mapping withoutContext(Mapping root) {
        return new Mapping(
                root.entries().stream()
                        .filter(entry -> !entry.key().value().equals("context"))
                        .toList(),
                root.span());
    }

    private Optional<Node> required(Mapping root, Entries entries, String key, String hint) {
        Optional<Node> value = entries.value(key);
        if (value.isEmpty()) {
            findings.add(
                    SpecRules.MISSING_KEY.at(
                            root.entries().get(0).key().span(),
                            "the workspace has no " + quoted(key),
                            hint));
        }
        return value;
    }

    private void contexts(Node node) {
        if (node instanceof Sequence sequence && !sequence.items().isEmpty()) {
            sequence.items().forEach(this::item);
        } else if (node instanceof Mapping map && !map.entries().isEmpty()) {
            map.entries().forEach(entry -> add(ContextDecoder.decode(entry)));
        } else {
            boolean empty = node instanceof Sequence || node instanceof Mapping;
            findings.add(
                    SpecRules.WRONG_SHAPE.at(
                            node.span(),
                            empty
                                    ? "`contexts` is empty"
                                    : "`contexts` should be a list of files, or a map from name to detail, not "
                                            + node.kind(),
                            "name a file for each context, as in `contexts: [contexts/order.yaml]`"));
        }
    }

    private void item(Node item) {
        if (item instanceof Mapping map) {
            inline(map);
        } else {
            values.text(item, "an item of `contexts`")
                    .ifPresentOrElse(this::file, this::incomplete);
        }
    }

    private void inline(Mapping map) {
        Optional<Scalar> workspace = keyOf(map, "workspace").or(() -> keyOf(map, "contexts"));
        if (workspace.isPresent()) {
            incomplete();
            findings.add(nested(workspace.get(), "this"));
        } else {
            add(ContextDecoder.decode(map));
        }
    }

    private void file(Text path) {
        if (!isLegal(path) || isListedAlready(path)) {
            incomplete();
            return;
        }
        Validated<Node> document = files.read(path);
        ofContexts.addAll(document.diagnostics());
        if (document.value().isEmpty()) {
            incomplete();
            return;
        }
        Node root = document.value().get();
        Optional<Scalar> workspace = keyOf(root, "workspace").or(() -> keyOf(root, "contexts"));
        if (workspace.isPresent()) {
            incomplete();
            ofContexts.add(
                    nested(workspace.get(), "this file")
                            .relatedTo(path.span(), "the file is named here"));
        } else {
            add(ContextDecoder.decode(root));
        }
    }

    private static Diagnostic nested(Scalar key, String what) {
        return SpecRules.NESTED_WORKSPACE.at(
                key.span(),
                what + " is a workspace, and a workspace holds contexts only",
                "name the files of its contexts instead");
    }

    private boolean isLegal(Text path) {
        Optional<Diagnostic> fault = ContextPath.fault(path);
        fault.ifPresent(findings::add);
        return fault.isEmpty();
    }

    private boolean isListedAlready(Text path) {
        Text first = paths.putIfAbsent(ContextPath.normalized(path), path);
        if (first != null) {
            findings.add(
                    SpecRules.FILE_LISTED_TWICE
                            .at(
                                    path.span(),
                                    "the file " + quoted(path.value()) + " is listed twice",
                                    "keep one of them")
                            .relatedTo(first.span(), "it is listed here as well"));
        }
        return first != null;
    }

    private void add(Validated<ContextSpec> context) {
        ofContexts.addAll(context.diagnostics());
        if (context.value().isEmpty()) {
            incomplete();
            return;
        }
        OptionsSpec options = context.value().get().options();
        options.said()
                .forEach(
                        option ->
                                ofContexts.add(
                                        SpecRules.OPTION_OF_WORKSPACE.at(
                                                option.span(),
                                                quoted(option.value())
                                                        + " is for the whole workspace to say, not for one context",
                                                "move the key to the workspace")));
        contexts.add(context.value().get());
    }

    private void incomplete() {
        complete = false;
    }
}
