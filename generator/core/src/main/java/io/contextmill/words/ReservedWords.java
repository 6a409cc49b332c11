package io.contextmill.words;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The one place that knows which words other languages keep for themselves. */
public final class ReservedWords {
    /** Keywords and literals: never an identifier. JLS 3.9 and 3.10, Java 17 to 25. */
    private static final Set<String> JAVA_KEYWORDS =
            words(
                    "abstract assert boolean break byte case catch char class const continue",
                    "default do double else enum extends final finally float for goto if implements",
                    "import instanceof int interface long native new package private protected",
                    "public return short static strictfp super switch synchronized this throw",
                    "throws transient try void volatile while _ true false null");

    /** Words that mean something only in some places. JLS 3.9, Java 17 to 25. */
    private static final Set<String> JAVA_CONTEXTUAL_KEYWORDS =
            words(
                    "exports module open opens permits provides record requires sealed to",
                    "transitive uses var when with yield");

    /**
     * JLS 8.10.1: what a component of a record must not be called; {@code equals}, whose accessor
     * would overload the method that every object has; and {@code upcast}, whose accessor would be
     * that of an earlier form of an event.
     */
    private static final Set<String> NO_RECORD_COMPONENTS =
            words("clone equals finalize getClass hashCode notify notifyAll toString upcast wait");

    /** The public types of {@code java.lang}, Java 17 to 25; each is imported everywhere. */
    private static final Set<String> JAVA_LANG =
            words(
                    "AbstractMethodError Appendable ArithmeticException",
                    "ArrayIndexOutOfBoundsException ArrayStoreException AssertionError",
                    "AutoCloseable Boolean BootstrapMethodError Byte CharSequence Character Class",
                    "ClassCastException ClassCircularityError ClassFormatError ClassLoader",
                    "ClassNotFoundException ClassValue CloneNotSupportedException Cloneable",
                    "Comparable Compiler Deprecated Double Enum EnumConstantNotPresentException",
                    "Error Exception ExceptionInInitializerError Float FunctionalInterface IO",
                    "IllegalAccessError IllegalAccessException IllegalArgumentException",
                    "IllegalCallerException IllegalMonitorStateException IllegalStateException",
                    "IllegalThreadStateException IncompatibleClassChangeError",
                    "IndexOutOfBoundsException InheritableThreadLocal InstantiationError",
                    "InstantiationException Integer InternalError InterruptedException Iterable",
                    "LayerInstantiationException LinkageError Long MatchException Math Module",
                    "ModuleLayer NegativeArraySizeException NoClassDefFoundError NoSuchFieldError",
                    "NoSuchFieldException NoSuchMethodError NoSuchMethodException",
                    "NullPointerException Number NumberFormatException Object OutOfMemoryError",
                    "Override Package Process ProcessBuilder ProcessHandle Readable Record",
                    "ReflectiveOperationException Runnable Runtime RuntimeException",
                    "RuntimePermission SafeVarargs ScopedValue SecurityException SecurityManager",
                    "Short StableValue StackOverflowError StackTraceElement StackWalker StrictMath",
                    "String StringBuffer StringBuilder StringIndexOutOfBoundsException",
                    "StringTemplate SuppressWarnings System Thread ThreadDeath ThreadGroup",
                    "ThreadLocal Throwable TypeNotPresentException UnknownError",
                    "UnsatisfiedLinkError UnsupportedClassVersionError",
                    "UnsupportedOperationException VerifyError VirtualMachineError Void",
                    "WrongThreadException");

    /** Types of the JDK that generated code imports in every other file. */
    private static final Set<String> IMPORTED_EVERYWHERE =
            words("BigDecimal Instant List LocalDate LocalTime Map Objects Optional Set UUID");

    /**
     * The key words that PostgreSQL's documentation (appendix C) calls reserved, with those that it
     * reserves but for the names of functions and types, and those that cannot be such names; the
     * union of versions 15 to 18.
     */
    private static final Set<String> POSTGRESQL =
            words(
                    "all analyse analyze and any array as asc asymmetric both case cast check",
                    "collate column constraint create current_catalog current_date current_role",
                    "current_time current_timestamp current_user default deferrable desc distinct",
                    "do else end except false fetch for foreign from grant group having in",
                    "initially intersect into lateral leading limit localtime localtimestamp not",
                    "null offset on only or order placing primary references returning select",
                    "session_user some symmetric system_user table then to trailing true union",
                    "unique user using variadic when where window with authorization binary",
                    "collation concurrently cross current_schema freeze full ilike inner is isnull",
                    "join left like natural notnull outer overlaps right similar tablesample",
                    "verbose between bigint bit boolean char character coalesce dec decimal exists",
                    "extract float greatest grouping inout int integer interval json json_array",
                    "json_arrayagg json_exists json_object json_objectagg json_query json_scalar",
                    "json_serialize json_table json_value least merge_action national nchar none",
                    "normalize nullif numeric out overlay position precision real row setof",
                    "smallint substring time timestamp treat trim values varchar xmlattributes",
                    "xmlconcat xmlelement xmlexists xmlforest xmlnamespaces xmlparse xmlpi xmlroot",
                    "xmlserialize xmltable");

    /**
     * Columns that every table of PostgreSQL has: no column of ours can have their names, quoted or
     * not.
     */
    private static final Set<String> POSTGRESQL_SYSTEM_COLUMNS =
            words("cmax cmin ctid tableoid xmax xmin");

    /** Names that Windows keeps for devices, whatever extension follows. */
    private static final Set<String> WINDOWS_DEVICES =
            words(
                    "aux con nul prn com1 com2 com3 com4 com5 com6 com7 com8 com9",
                    "lpt1 lpt2 lpt3 lpt4 lpt5 lpt6 lpt7 lpt8 lpt9");

    /** Packages of a generated workspace that are no context's. */
    private static final Set<String> WORKSPACE_PACKAGES =
            words("contracts platform systemtests testing");

    private ReservedWords() {}

    /**
     * Whether a word cannot be the name of a variable, method or package, or only in some places:
     * the keywords and literals, and {@code yield}, which begins a statement. The other contextual
     * keywords are names like any other.
     */
    public static boolean isJavaKeyword(String word) {
        return JAVA_KEYWORDS.contains(word) || word.equals("yield");
    }

    /** Whether Java lets a record have a component of that name. */
    public static boolean isRecordComponent(String word) {
        return !JAVA_KEYWORDS.contains(word) && !NO_RECORD_COMPONENTS.contains(word);
    }

    /**
     * Whether a class of that name would hide a type that generated code refers to by its simple
     * name: a public type of {@code java.lang}, or one of the few types of the JDK that almost
     * every generated file imports.
     */
    public static boolean isJavaType(String simpleName) {
        return JAVA_LANG.contains(simpleName) || IMPORTED_EVERYWHERE.contains(simpleName);
    }

    /**
     * The part of a package name that stands for a context: small letters, with an underscore
     * behind them where Java, Windows or the generated workspace has the word already ({@code
     * switch_}).
     */
    public static String packageSegment(String context) {
        String lower = Words.fold(context);
        boolean taken =
                isJavaKeyword(lower)
                        || isWindowsDevice(lower)
                        || WORKSPACE_PACKAGES.contains(lower);
        return taken ? lower + "_" : lower;
    }

    /** Whether PostgreSQL takes a name for a word of its own unless it is quoted. */
    public static boolean isPostgresqlKeyword(String name) {
        return POSTGRESQL.contains(name.toLowerCase(Locale.ROOT));
    }

    /** Whether PostgreSQL has a column of that name in every table. */
    public static boolean isPostgresqlSystemColumn(String name) {
        return POSTGRESQL_SYSTEM_COLUMNS.contains(name.toLowerCase(Locale.ROOT));
    }

    /** Whether Windows takes a file of that name, with any extension, for a device. */
    public static boolean isWindowsDevice(String name) {
        return WINDOWS_DEVICES.contains(name.toLowerCase(Locale.ROOT));
    }

    /** All words that a test of names should try in every position. */
    public static Set<String> all() {
        return Stream.of(
                        JAVA_KEYWORDS,
                        JAVA_CONTEXTUAL_KEYWORDS,
                        NO_RECORD_COMPONENTS,
                        JAVA_LANG,
                        IMPORTED_EVERYWHERE,
                        POSTGRESQL,
                        POSTGRESQL_SYSTEM_COLUMNS,
                        WINDOWS_DEVICES)
                .flatMap(Set::stream)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Set<String> words(String... lines) {
        return Stream.of(lines)
                .flatMap(line -> Stream.of(line.split(" ", -1)))
                .collect(Collectors.toUnmodifiableSet());
    }
}
