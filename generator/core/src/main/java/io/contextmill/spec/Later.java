package io.contextmill.spec;

import java.util.Map;

/** What to do until there is what a part of the language is about. */
public final class Later {
    /** A type of another context. */
    public static final String FOREIGN_TYPE = "type";

    /** An event of another context. */
    public static final String FOREIGN_EVENT = "event";

    private static final Map<String, String> MEANWHILE =
            Map.of(
                    "sagas",
                    "let whoever begins it send one command behind the other",
                    "policies",
                    "let whoever hears of the event send the command",
                    "timers",
                    "let a scheduler send the command when it is time",
                    "upstreams",
                    "ask the other system in Java, and let the command carry what it says",
                    "calls",
                    "ask in Java, and let the command carry what comes back",
                    "reads",
                    "let the command carry what is read",
                    "roles",
                    "check it before the service, as in a gateway",
                    "owner",
                    "check it before the service, as in a gateway",
                    FOREIGN_TYPE,
                    "declare it in this context as well",
                    FOREIGN_EVENT,
                    "let a command of this context take over what it says");

    private Later() {}

    /**
     * A hint for a finding.
     *
     * @param part the key, or what is used of another context
     */
    public static String hint(String part) {
        String meanwhile = MEANWHILE.get(part);
        return "it comes in a later version: take it out until then"
                + (meanwhile == null ? "" : ", and " + meanwhile);
    }
}
