package io.contextmill.emitters.project;

import io.contextmill.model.ContextModel;
import io.contextmill.words.Words;

/** What a service is called in sentences and in the environment. */
record ServiceName(Words words) {
    static ServiceName of(ContextModel context) {
        return new ServiceName(Words.of(context.name()));
    }

    /** In a sentence: {@code order}. */
    String prose() {
        return String.join(" ", words.lower());
    }

    /** In a title: {@code Order}. */
    String title() {
        return prose().substring(0, 1).toUpperCase(java.util.Locale.ROOT) + prose().substring(1);
    }

    /** An environment variable of the service: {@code ORDER_DATABASE_URL}. */
    String variable(String what) {
        return words.upperSnake() + "_" + what;
    }
}
