package io.contextmill.emit;

import static io.contextmill.emit.SampleFiles.file;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.contextmill.diagnostic.Diagnostic;
import io.contextmill.emit.MavenDependency.Scope;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmittersTest {
    private final List<Diagnostic> findings = new ArrayList<>();

    @Test
    void files_come_in_the_order_of_emitter_ids_however_the_emitters_were_found() {
        Emitter web = making("web", "b.txt", "a.txt");
        Emitter domain = making("domain", "z.txt");

        assertThat(paths(web, domain)).containsExactly("z.txt", "b.txt", "a.txt");
        assertThat(paths(domain, web)).containsExactly("z.txt", "b.txt", "a.txt");
        assertThat(findings).isEmpty();
    }

    @Test
    void every_emitter_has_contributed_before_the_first_one_makes_a_file() {
        List<String> seen = new ArrayList<>();
        Emitter pom =
                new Emitter() {
                    @Override
                    public EmitterId id() {
                        return new EmitterId("a-pom");
                    }

                    @Override
                    public Stream<GeneratedFile> emit(EmitContext context) {
                        context.contributions().dependencies().forEach(d -> seen.add(d.name()));
                        context.contributions().configuration().forEach(k -> seen.add(k.key()));
                        return Stream.of();
                    }
                };
        Emitter late =
                contributing(
                        "z-late",
                        (context, to) -> {
                            assertThat(context.contributions().dependencies()).isEmpty();
                            to.add(MavenDependency.managed("org.example", "late"));
                            to.add(new ConfigurationKey("server.shutdown", "graceful", "Waits."));
                        });

        assertThat(paths(pom, late)).isEmpty();
        assertThat(seen).containsExactly("org.example:late", "server.shutdown");
    }

    @ParameterizedTest
    @CsvSource({
        "src/Order.java, src/Order.java, both make",
        "src/Order.java, src/ORDER.java, cannot both exist",
        "src/Straße.java, src/STRASSE.java, cannot both exist",
        "src/\u00e9.java, src/e\u0301.java, cannot both exist",
        "src/order, src/order/Order.java, cannot both exist",
        "src/order/Order.java, src/Order, cannot both exist",
    })
    void two_emitters_that_claim_one_path_are_both_named(String first, String second, String what) {
        assertThat(paths(making("audit", first), making("domain", second))).containsExactly(first);

        assertThat(findings)
                .singleElement()
                .satisfies(
                        finding -> {
                            assertThat(finding.rule()).isEqualTo(EmitRules.PATH_CLAIMED_TWICE.id());
                            assertThat(finding.message()).contains("`audit`", "`domain`", what);
                            assertThat(finding.isError()).isTrue();
                        });
    }

    @Test
    void one_emitter_that_makes_a_path_twice_is_found_too() {
        paths(making("domain", "a.txt", "a.txt"));

        assertThat(findings)
                .extracting(Diagnostic::rule)
                .containsExactly(EmitRules.PATH_CLAIMED_TWICE.id());
    }

    @Test
    void two_emitters_of_one_name_are_an_error() {
        paths(making("domain", "a.txt"), making("domain", "b.txt"));

        assertThat(findings)
                .extracting(Diagnostic::rule)
                .containsExactly(EmitRules.DUPLICATE_EMITTER.id());
    }

    @Test
    void what_two_emitters_ask_for_is_there_once_in_the_widest_scope() {
        Contributions merged =
                merged(
                        contributing(
                                "postgres",
                                (context, to) -> {
                                    to.add(
                                            MavenDependency.managed("org.postgresql", "postgresql")
                                                    .withScope(Scope.RUNTIME));
                                    to.add(MavenDependency.managed("a", "z").withScope(Scope.TEST));
                                }),
                        contributing(
                                "web",
                                (context, to) -> {
                                    to.add(
                                            MavenDependency.managed("org.postgresql", "postgresql")
                                                    .withScope(Scope.TEST));
                                    to.add(MavenDependency.managed("org.web", "web"));
                                }));

        assertThat(findings).isEmpty();
        assertThat(merged.dependencies())
                .containsExactly(
                        MavenDependency.managed("org.web", "web"),
                        MavenDependency.managed("org.postgresql", "postgresql")
                                .withScope(Scope.RUNTIME),
                        MavenDependency.managed("a", "z").withScope(Scope.TEST));
    }

    @Test
    void a_runtime_library_that_is_also_provided_is_needed_to_compile() {
        assertThat(Scope.RUNTIME.or(Scope.PROVIDED)).isEqualTo(Scope.COMPILE);
        assertThat(Scope.TEST.or(Scope.PROVIDED)).isEqualTo(Scope.PROVIDED);
        assertThat(Scope.TEST.or(Scope.TEST)).isEqualTo(Scope.TEST);
    }

    @Test
    void two_versions_of_a_library_are_an_error_that_names_both_emitters() {
        MavenDependency library = MavenDependency.managed("org.example", "library");
        merged(
                contributing("kafka", (context, to) -> to.add(library.withVersion("1.0"))),
                contributing("web", (context, to) -> to.add(library)));

        assertThat(findings)
                .extracting(Diagnostic::message)
                .containsExactly(
                        "emitter `kafka` asks for `org.example:library` in version `1.0`, emitter `web` in the managed version");
    }

    @Test
    void two_values_of_a_setting_are_an_error_that_names_both_emitters() {
        merged(
                contributing(
                        "a", (context, to) -> to.add(new ConfigurationKey("x.y", "1", "One."))),
                contributing(
                        "b", (context, to) -> to.add(new ConfigurationKey("x.y", "2", "Two."))));

        assertThat(findings)
                .extracting(Diagnostic::message)
                .containsExactly("emitter `a` sets `x.y` to `1`, emitter `b` to `2`");
    }

    @Test
    void a_setting_cannot_be_a_value_and_a_map() {
        merged(
                contributing("a", (context, to) -> to.add(new ConfigurationKey("x", "1", "One."))),
                contributing(
                        "b", (context, to) -> to.add(new ConfigurationKey("x.y", "2", "Two."))));

        assertThat(findings)
                .extracting(Diagnostic::message)
                .containsExactly("emitter `a` sets `x`, of which emitter `b` sets the part `x.y`");
    }

    @Test
    void nothing_can_be_contributed_late() {
        Contributions merged = merged(contributing("a", (context, to) -> {}));

        assertThatThrownBy(() -> merged.add(MavenDependency.managed("a", "b")))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void an_emitter_that_throws_is_named() {
        Emitter broken =
                new Emitter() {
                    @Override
                    public EmitterId id() {
                        return new EmitterId("broken");
                    }

                    @Override
                    public Stream<GeneratedFile> emit(EmitContext context) {
                        return Stream.of("a")
                                .map(
                                        a -> {
                                            throw new IllegalArgumentException("no");
                                        });
                    }
                };

        assertThatThrownBy(() -> paths(broken))
                .isInstanceOf(EmitterFailure.class)
                .hasMessageContaining("emitter `broken` failed")
                .hasMessageContaining("no");
    }

    @Test
    void emitters_are_found_as_services() {
        assertThat(Emitters.load(ClassLoader.getPlatformClassLoader()).ids()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "a", "a\n\n", "\n\n", "a\r\n", "a\rb\n", "\ud800\n", "\udc00\ud800\n"})
    void a_text_that_is_not_the_same_everywhere_is_refused(String text) {
        assertThatThrownBy(() -> SampleFiles.generated("a.txt", text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a.txt");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\n", "\n", "a\n\nb\n", "\ud83d\ude00\n"})
    void any_other_text_is_a_file(String text) {
        assertThat(SampleFiles.generated("a.txt", text).text()).isEqualTo(text);
    }

    private List<String> paths(Emitter... emitters) {
        return Emitters.of(Arrays.asList(emitters))
                .emit(SampleFiles.workspace(), findings::add)
                .stream()
                .flatMap(PartFiles::files)
                .map(file -> file.path().value())
                .toList();
    }

    private Contributions merged(Emitter... emitters) {
        List<Contributions> seen = new ArrayList<>();
        List<Emitter> all = new ArrayList<>(Arrays.asList(emitters));
        all.add(
                new Emitter() {
                    @Override
                    public EmitterId id() {
                        return new EmitterId("zz-spy");
                    }

                    @Override
                    public Stream<GeneratedFile> emit(EmitContext context) {
                        seen.add(context.contributions());
                        return Stream.of();
                    }
                });
        paths(all.toArray(Emitter[]::new));
        return seen.get(0);
    }

    private static Emitter making(String id, String... paths) {
        return new Emitter() {
            @Override
            public EmitterId id() {
                return new EmitterId(id);
            }

            @Override
            public Stream<GeneratedFile> emit(EmitContext context) {
                return Stream.of(paths)
                        .map(path -> file(id, Ownership.GENERATED, path, path + "\n"));
            }
        };
    }

    private static Emitter contributing(String id, BiConsumer<EmitContext, Contributions> how) {
        return new Emitter() {
            @Override
            public EmitterId id() {
                return new EmitterId(id);
            }

            @Override
            public void contribute(EmitContext context, Contributions to) {
                how.accept(context, to);
            }

            @Override
            public Stream<GeneratedFile> emit(EmitContext context) {
                return Stream.of();
            }
        };
    }
}
