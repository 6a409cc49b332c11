package io.contextmill.source;

import io.contextmill.diagnostic.Diagnostic;
import io.contextmill.diagnostic.Position;
import io.contextmill.diagnostic.SourceFile;
import io.contextmill.diagnostic.SourceSpan;
import io.contextmill.diagnostic.Validated;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the text of a file: UTF-8, or UTF-16 with or without a byte order mark. Whatever is wrong
 * with the file is a finding, never an exception.
 */
public final class SourceReader {
    private final Limits limits;

    /** Reads files within the default limits. */
    public SourceReader() {
        this(Limits.DEFAULT);
    }

    /** Reads files within the given limits. */
    public SourceReader(Limits limits) {
        this.limits = limits;
    }

    /**
     * Reads a file.
     *
     * @param name what findings call it: the path as the user wrote it
     */
    public Validated<SourceFile> read(Path path, String name) {
        if (Files.isDirectory(path)) {
            return unreadable(name, "is a folder, not a file");
        }
        try (InputStream in = Files.newInputStream(path)) {
            return decode(in.readNBytes(limits.bytes() + 1), name);
        } catch (NoSuchFileException e) {
            return unreadable(name, "does not exist");
        } catch (AccessDeniedException e) {
            return unreadable(name, "may not be read by this user");
        } catch (FileSystemException e) {
            return unreadable(name, "cannot be read: " + reason(e.getReason()));
        } catch (IOException e) {
            return unreadable(name, "cannot be read: " + reason(e.getMessage()));
        }
    }

    private static String reason(@Nullable String reason) {
        return reason == null ? "the system gives no reason" : reason;
    }

    private static Validated<SourceFile> unreadable(String name, String fact) {
        return failed(
                ReaderRules.UNREADABLE.at(new SourceFile(name, "").start(), "the file " + fact));
    }

    /** Turns bytes into text; a byte order mark is left out of it. */
    public Validated<SourceFile> decode(byte[] bytes, String name) {
        if (bytes.length > limits.bytes()) {
            return failed(
                    ReaderRules.TOO_LARGE.at(
                            new SourceFile(name, "").start(),
                            "the file is larger than " + limits.bytes() + " bytes",
                            "describe one bounded context in each file"));
        }
        Encoding encoding = Encoding.of(bytes);
        if (encoding.charset == null) {
            return failed(
                    ReaderRules.ENCODING.at(
                            new SourceFile(name, "").start(),
                            "the file is encoded as UTF-32",
                            "save it as UTF-8"));
        }
        ByteBuffer in = ByteBuffer.wrap(bytes, encoding.mark, bytes.length - encoding.mark);
        CharsetDecoder decoder =
                encoding.charset
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT);
        // One character for each byte is the most that any of these encodings gives.
        CharBuffer out = CharBuffer.allocate(bytes.length + 1);
        CoderResult result = decoder.decode(in, out, true);
        out.flip();
        String text = out.toString();
        if (result.isError()) {
            return malformed(bytes, in.position(), text, encoding.charset, name);
        }
        return Validated.of(new SourceFile(name, text), List.of());
    }

    private static Validated<SourceFile> malformed(
            byte[] bytes, int offset, String before, Charset charset, String name) {
        // The rest is read as well as may be, so that people see the line.
        String rest = new String(bytes, offset, bytes.length - offset, charset);
        SourceFile file = new SourceFile(name, before + rest);
        Position start = Place.atEndOf(before);
        SourceSpan span =
                new SourceSpan(file, start, new Position(start.line(), start.column() + 1));
        String message = String.format("byte 0x%02X is not %s here", bytes[offset], charset.name());
        return failed(ReaderRules.ENCODING.at(span, message, "save the file as UTF-8"));
    }

    private static Validated<SourceFile> failed(Diagnostic finding) {
        return Validated.failed(List.of(finding));
    }

    /** The encodings that YAML 1.2 tells apart by the first bytes of a file. */
    private enum Encoding {
        UTF_8(StandardCharsets.UTF_8, 0),
        UTF_8_MARKED(StandardCharsets.UTF_8, 3),
        UTF_16BE(StandardCharsets.UTF_16BE, 0),
        UTF_16BE_MARKED(StandardCharsets.UTF_16BE, 2),
        UTF_16LE(StandardCharsets.UTF_16LE, 0),
        UTF_16LE_MARKED(StandardCharsets.UTF_16LE, 2),
        UTF_32(null, 0);

        private final @Nullable Charset charset;
        private final int mark;

        Encoding(@Nullable Charset charset, int mark) {
            this.charset = charset;
            this.mark = mark;
        }

        static Encoding of(byte[] bytes) {
            int a = at(bytes, 0);
            int b = at(bytes, 1);
            int c = at(bytes, 2);
            int d = at(bytes, 3);
            if ((a == 0 && b == 0 && c == 0xFE && d == 0xFF)
                    || (a == 0xFF && b == 0xFE && c == 0 && d == 0)
                    || (a == 0 && b == 0 && c == 0 && d > 0)
                    || (a > 0 && b == 0 && c == 0 && d == 0)) {
                return UTF_32;
            }
            if (a == 0xEF && b == 0xBB && c == 0xBF) {
                return UTF_8_MARKED;
            }
            if (a == 0xFE && b == 0xFF) {
                return UTF_16BE_MARKED;
            }
            if (a == 0xFF && b == 0xFE) {
                return UTF_16LE_MARKED;
            }
            if (a == 0 && b > 0) {
                return UTF_16BE;
            }
            if (a > 0 && b == 0) {
                return UTF_16LE;
            }
            return UTF_8;
        }

        private static int at(byte[] bytes, int index) {
            return index < bytes.length ? Byte.toUnsignedInt(bytes[index]) : -1;
        }
    }
}
