package io.contextmill.diagnostic;

/** How much a finding matters, the least first. */
public enum Severity {
    /** Says what the generator decided by itself. */
    NOTE,
    /** Probably not what was meant; the result works. */
    WARNING,
    /** Nothing can be generated until it is mended. */
    ERROR
}
