package io.contextmill.emit;

import java.util.Comparator;
import java.util.Optional;

/**
 * A library that the generated project needs.
 *
 * @param version absent where the project's parent or an imported bill of materials decides it
 * @param scope where it is needed
 * @param optional whether projects that depend on the generated one do without it
 */
public record MavenDependency(
        String groupId, String artifactId, Optional<String> version, Scope scope, boolean optional)
        implements Comparable<MavenDependency> {

    private static final Comparator<MavenDependency> ORDER =
            Comparator.comparing(MavenDependency::scope)
                    .thenComparing(MavenDependency::groupId)
                    .thenComparing(MavenDependency::artifactId);

    /** Needed to compile, its version decided elsewhere. */
    public static MavenDependency managed(String groupId, String artifactId) {
        return new MavenDependency(groupId, artifactId, Optional.empty(), Scope.COMPILE, false);
    }

    /** The same library of a certain version. */
    public MavenDependency withVersion(String wanted) {
        return new MavenDependency(groupId, artifactId, Optional.of(wanted), scope, optional);
    }

    /** The same library, needed elsewhere. */
    public MavenDependency withScope(Scope wanted) {
        return new MavenDependency(groupId, artifactId, version, wanted, optional);
    }

    /** {@code groupId:artifactId}; a project has one dependency of a name. */
    public String name() {
        return groupId + ":" + artifactId;
    }

    /** By scope, then by name: the order in which a pom lists them. */
    @Override
    public int compareTo(MavenDependency other) {
        return ORDER.compare(this, other);
    }

    /** Where a library is needed. */
    public enum Scope {
        /** Everywhere. */
        COMPILE,
        /** To compile; whoever runs the program brings it along. */
        PROVIDED,
        /** To run. */
        RUNTIME,
        /** In tests only. */
        TEST;

        /** As a pom spells it. */
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        /** The narrowest scope that serves both. */
        Scope or(Scope other) {
            if (this == other || other == TEST) {
                return this;
            }
            return this == TEST ? other : COMPILE;
        }
    }
}
