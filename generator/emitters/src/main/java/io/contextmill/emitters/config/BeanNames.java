package io.contextmill.emitters.config;

import java.util.HashSet;
import java.util.Set;

/** The names of beans, no two of which are the same. */
final class BeanNames {
    /** What the configuration itself and Spring Boot call their own. */
    private static final Set<String> FIXED =
            Set.of(
                    "clock",
                    "dataSource",
                    "domainJson",
                    "eventJson",
                    "eventStore",
                    "flyway",
                    "flywayInitializer",
                    "idempotencyLoop",
                    "idempotentRequests",
                    "jdbcClient",
                    "jdbcTemplate",
                    "outbox",
                    "outboxFeed",
                    "outboxLoop",
                    "problemDocuments",
                    "readModelRebuild",
                    "snapshots",
                    "testClock",
                    "testDatabase",
                    "transactionManager",
                    "transactionTemplate",
                    "validator");

    private final Set<String> taken = new HashSet<>(FIXED);

    /** The name that is wanted; with {@code Bean} behind it where something else has it. */
    String take(String wanted) {
        String name = wanted;
        while (!taken.add(name)) {
            name += "Bean";
        }
        return name;
    }
}
