package io.contextmill.emitters.config;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;

/** Classes of Spring and Spring Boot that the generated code names. */
final class Boot {
    static final ClassName APPLICATION = boot("SpringApplication");
    static final ClassName APPLICATION_BUILDER = boot("builder", "SpringApplicationBuilder");
    static final ClassName BOOT_CONFIGURATION = boot("SpringBootConfiguration");
    static final ClassName AUTO_CONFIGURATION = boot("autoconfigure", "EnableAutoConfiguration");
    static final ClassName CONFIGURATION_PROPERTIES =
            boot("context.properties", "ConfigurationProperties");
    static final ClassName ENABLE_PROPERTIES =
            boot("context.properties", "EnableConfigurationProperties");
    static final ClassName MAPPER_CUSTOMIZER =
            boot("jackson.autoconfigure", "JsonMapperBuilderCustomizer");
    static final ClassName CONNECTION_DETAILS = boot("jdbc.autoconfigure", "JdbcConnectionDetails");
    static final ClassName FLYWAY_DATA_SOURCE = boot("flyway.autoconfigure", "FlywayDataSource");
    static final ClassName PLAIN_DATA_SOURCE = spring("jdbc.datasource", "DriverManagerDataSource");
    static final ClassName BOOT_TEST = boot("test.context", "SpringBootTest");

    /** Named so that JavaPoet imports the nested class itself. */
    static final ClassName WEB_ENVIRONMENT = boot("test.context.SpringBootTest", "WebEnvironment");

    static final ClassName USE_MAIN_METHOD = boot("test.context.SpringBootTest", "UseMainMethod");

    static final ClassName TEST_CONFIGURATION = boot("test.context", "TestConfiguration");
    static final ClassName TEST_CLIENT_AUTO_CONFIGURATION =
            boot("resttestclient.autoconfigure", "AutoConfigureRestTestClient");
    static final ClassName BEAN = spring("context.annotation", "Bean");
    static final ClassName PRIMARY = spring("context.annotation", "Primary");
    static final ClassName CONFIGURATION = spring("context.annotation", "Configuration");
    static final ClassName IMPORT = spring("context.annotation", "Import");
    static final ClassName AUTOWIRED = spring("beans.factory.annotation", "Autowired");
    static final ClassName VALIDATED = spring("validation.annotation", "Validated");
    static final ClassName TRANSACTION_MANAGER =
            spring("transaction", "PlatformTransactionManager");
    static final ClassName HTTP_STATUS = spring("http", "HttpStatus");
    static final ClassName MEDIA_TYPE = spring("http", "MediaType");

    private Boot() {}

    /** A configuration class whose methods are not called by each other. */
    static AnnotationSpec withoutProxies(ClassName annotation) {
        return AnnotationSpec.builder(annotation).addMember("proxyBeanMethods", "false").build();
    }

    private static ClassName boot(String name) {
        return ClassName.get("org.springframework.boot", name);
    }

    private static ClassName boot(String packageName, String name) {
        return ClassName.get("org.springframework.boot." + packageName, name);
    }

    private static ClassName spring(String packageName, String name) {
        return ClassName.get("org.springframework." + packageName, name);
    }
}
