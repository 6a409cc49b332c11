package io.contextmill.pipeline;

import io.contextmill.diagnostic.Diagnostic;
import io.contextmill.plan.FileAction;
import io.contextmill.plan.GenerationPlan;
import io.contextmill.plan.OutputFolder;
import io.contextmill.plan.OwnFiles;
import io.contextmill.plan.PlanRules;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Says what a plan would change as what is wrong with what is there. */
final class Check {
    private static final String HINT =
            "run `contextmill generate`, or the build, and commit what changes";

    private Check() {}

    /** The findings about a folder; those that the plan has already are not among them. */
    static List<Diagnostic> of(GenerationPlan plan, OutputFolder folder) {
        Stream<Diagnostic> files =
                plan.actions().stream()
                        .flatMap(action -> wrong(action).stream())
                        .map(wrong -> wrong.at(folder));
        Stream<Diagnostic> merges =
                plan.diagnostics().stream()
                        .filter(finding -> finding.rule().equals(PlanRules.MERGE_DUE.id()))
                        .map(
                                finding ->
                                        ProjectRules.NOT_CURRENT.at(
                                                finding.span(),
                                                "what the spec asks for is not in this file",
                                                HINT));
        Stream<Diagnostic> manifests =
                plan.own().stream()
                        .filter(own -> OwnFiles.isCommitted(own.path()))
                        .map(
                                own ->
                                        ProjectRules.MANIFEST_NOT_CURRENT.at(
                                                folder.place(own.path()),
                                                own.before().isPresent()
                                                        ? "this is not what the spec asks for now"
                                                        : "this is missing",
                                                HINT));
        return Stream.of(files, merges, manifests).flatMap(findings -> findings).toList();
    }

    private record Wrong(FileAction action, String what) {
        Diagnostic at(OutputFolder folder) {
            return ProjectRules.NOT_CURRENT.at(folder.place(action.path()), what, HINT);
        }
    }

    private static Optional<Wrong> wrong(FileAction action) {
        return switch (action.kind()) {
            case CREATED -> Optional.of(new Wrong(action, "this file is missing"));
            case CHANGED ->
                    Optional.of(new Wrong(action, "this file is not what the spec asks for now"));
            case MERGED ->
                    Optional.of(new Wrong(action, "what the spec asks for is not in this file"));
            case RENAMED ->
                    Optional.of(
                            new Wrong(
                                    action, "this file does not follow a rename of the spec yet"));
            case DELETED -> Optional.of(new Wrong(action, "the spec asks for this file no more"));
            // What is in conflict, the plan says.
            case UNCHANGED, KEPT, CONFLICT -> Optional.empty();
        };
    }
}
