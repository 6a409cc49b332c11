package io.contextmill.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * What the tests of a build came to.
 *
 * @param failed the names of those that failed, in the order of the report files
 */
record TestCounts(int run, int failures, int errors, int skipped, List<String> failed) {
    /** Modules of modules are as deep as the projects get that are generated here. */
    private static final int DEPTH = 5;

    /** Reads the reports of Surefire and Failsafe that the build has written since a moment. */
    static TestCounts read(Path project, FileTime since) throws IOException {
        TestCounts sum = new TestCounts(0, 0, 0, 0, List.of());
        try (Stream<Path> files =
                Files.find(
                        project,
                        DEPTH,
                        (path, attributes) ->
                                attributes.isRegularFile()
                                        && isReport(path)
                                        && attributes.lastModifiedTime().compareTo(since) >= 0)) {
            for (Path file : files.sorted().toList()) {
                sum = sum.plus(read(file));
            }
        }
        return sum;
    }

    private static boolean isReport(Path path) {
        Path folder = path.getParent();
        String name = String.valueOf(path.getFileName());
        return folder != null
                && (folder.endsWith("target/surefire-reports")
                        || folder.endsWith("target/failsafe-reports"))
                && name.startsWith("TEST-")
                && name.endsWith(".xml");
    }

    private static TestCounts read(Path file) throws IOException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        TestCounts counts = new TestCounts(0, 0, 0, 0, List.of());
        String testCase = "";
        try (InputStream in = Files.newInputStream(file)) {
            XMLStreamReader reader = factory.createXMLStreamReader(in);
            while (reader.hasNext()) {
                if (reader.next() != XMLStreamReader.START_ELEMENT) {
                    continue;
                }
                switch (reader.getLocalName()) {
                    case "testsuite" ->
                            counts =
                                    counts.plus(
                                            new TestCounts(
                                                    number(reader, "tests"),
                                                    number(reader, "failures"),
                                                    number(reader, "errors"),
                                                    number(reader, "skipped"),
                                                    List.of()));
                    case "testcase" ->
                            testCase =
                                    reader.getAttributeValue(null, "classname")
                                            + "."
                                            + reader.getAttributeValue(null, "name");
                    case "failure", "error" ->
                            counts = counts.plus(new TestCounts(0, 0, 0, 0, List.of(testCase)));
                    default -> {
                        // Output and properties.
                    }
                }
            }
        } catch (XMLStreamException e) {
            throw new IOException(file + " is not a test report", e);
        }
        return counts;
    }

    private static int number(XMLStreamReader reader, String attribute) {
        String value = reader.getAttributeValue(null, attribute);
        return value == null ? 0 : Integer.parseInt(value);
    }

    private TestCounts plus(TestCounts other) {
        List<String> names = new ArrayList<>(failed);
        names.addAll(other.failed);
        return new TestCounts(
                run + other.run,
                failures + other.failures,
                errors + other.errors,
                skipped + other.skipped,
                List.copyOf(names));
    }

    @Override
    public String toString() {
        return "%d tests, %d failures, %d errors, %d skipped"
                .formatted(run, failures, errors, skipped);
    }
}
