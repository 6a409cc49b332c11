package io.contextmill.emitters.json;

import com.palantir.javapoet.ClassName;
import io.contextmill.emitters.java.Libraries;

/** Classes of Jackson that the generated code names. */
final class Jackson {
    static final ClassName MAPPER_BUILDER = Libraries.JSON_MAPPER.nestedClass("Builder");
    static final ClassName STREAM_READ_FEATURE =
            ClassName.get("tools.jackson.core", "StreamReadFeature");
    static final ClassName MAPPER_FEATURE =
            ClassName.get("tools.jackson.databind", "MapperFeature");
    static final ClassName DESERIALIZATION_FEATURE =
            ClassName.get("tools.jackson.databind", "DeserializationFeature");
    static final ClassName SIMPLE_MODULE =
            ClassName.get("tools.jackson.databind.module", "SimpleModule");
    static final ClassName DATABIND_EXCEPTION =
            ClassName.get("tools.jackson.databind", "DatabindException");
    static final ClassName ENUM_FEATURE =
            ClassName.get("tools.jackson.databind.cfg", "EnumFeature");
    static final ClassName AUTO_DETECT =
            ClassName.get("com.fasterxml.jackson.annotation", "JsonAutoDetect");
    static final ClassName CREATOR =
            ClassName.get("com.fasterxml.jackson.annotation", "JsonCreator");
    static final ClassName VALUE = ClassName.get("com.fasterxml.jackson.annotation", "JsonValue");

    static final ClassName PARSER = ClassName.get("tools.jackson.core", "JsonParser");
    static final ClassName DESERIALIZATION_CONTEXT =
            ClassName.get("tools.jackson.databind", "DeserializationContext");

    private Jackson() {}
}
