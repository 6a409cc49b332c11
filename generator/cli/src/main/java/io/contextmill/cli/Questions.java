package io.contextmill.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Gets answers: from the command line, from who sits at the terminal, or else the usual ones. */
final class Questions {
    private final CommandLine command;
    private final PrintStream prompts;
    private final Optional<BufferedReader> keyboard;

    /**
     * @param command whose usage is wrong when an answer is
     */
    Questions(Streams streams, CommandLine command) {
        this.command = command;
        this.prompts = streams.err();
        this.keyboard = streams.keyboard().get();
    }

    /** Whether there is somebody to be asked. */
    boolean isAsking() {
        return keyboard.isPresent();
    }

    /**
     * An answer with which nothing is wrong. Who is asked is told what is, and asked again.
     *
     * @param parameter what the command line calls it
     * @param given what the command line says
     * @param usual what is meant where nothing is said
     * @param wrong what is wrong with a text, if it is
     * @throws ParameterException if the command line says something wrong, or nothing where
     *     something is needed
     */
    String answer(
            String question,
            String parameter,
            @Nullable String given,
            Optional<String> usual,
            Function<String, Optional<String>> wrong)
            throws IOException {
        if (given == null && keyboard.isPresent()) {
            return ask(keyboard.get(), question, parameter, usual, wrong);
        }
        String answer =
                Optional.ofNullable(given)
                        .or(() -> usual)
                        .orElseThrow(() -> failed("missing " + parameter));
        Optional<String> fault = wrong.apply(answer);
        if (fault.isPresent()) {
            throw failed(parameter + ": " + fault.get());
        }
        return answer;
    }

    private String ask(
            BufferedReader answers,
            String question,
            String parameter,
            Optional<String> usual,
            Function<String, Optional<String>> wrong)
            throws IOException {
        while (true) {
            prompts.print(question + usual.map(text -> " [" + text + "]").orElse("") + ": ");
            prompts.flush();
            String line = answers.readLine();
            if (line == null) {
                prompts.println();
                throw failed("missing " + parameter);
            }
            String answer = line.isBlank() ? usual.orElse("") : line.strip();
            Optional<String> fault = wrong.apply(answer);
            if (fault.isEmpty()) {
                return answer;
            }
            prompts.println("error: " + fault.get());
        }
    }

    private ParameterException failed(String message) {
        return new ParameterException(command, message);
    }
}
