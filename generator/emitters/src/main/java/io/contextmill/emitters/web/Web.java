package io.contextmill.emitters.web;

import com.palantir.javapoet.ClassName;

/** Classes of libraries that the generated code names. */
final class Web {
    static final ClassName REST_CONTROLLER = annotation("RestController");
    static final ClassName REQUEST_MAPPING = annotation("RequestMapping");
    static final ClassName POST_MAPPING = annotation("PostMapping");
    static final ClassName GET_MAPPING = annotation("GetMapping");
    static final ClassName PATH_VARIABLE = annotation("PathVariable");
    static final ClassName REQUEST_BODY = annotation("RequestBody");
    static final ClassName REQUEST_HEADER = annotation("RequestHeader");
    static final ClassName REQUEST_PARAM = annotation("RequestParam");
    static final ClassName DATE_TIME_FORMAT =
            ClassName.get("org.springframework.format.annotation", "DateTimeFormat");
    static final ClassName RESPONSE_ENTITY =
            ClassName.get("org.springframework.http", "ResponseEntity");
    static final ClassName VALID = ClassName.get("jakarta.validation", "Valid");

    private Web() {}

    /** A constraint of Jakarta Validation. */
    static ClassName constraint(String name) {
        return ClassName.get("jakarta.validation.constraints", name);
    }

    private static ClassName annotation(String name) {
        return ClassName.get("org.springframework.web.bind.annotation", name);
    }
}
