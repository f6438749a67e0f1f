package org.ronghe.server.boot;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;

/// All rooms in one application: every `@Component` below `org.ronghe` is found. Beans are named by
/// their whole class name, for two rooms may each have a `WorksDesk`.
@SpringBootApplication(
    scanBasePackages = "org.ronghe",
    nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class,
    exclude = UserDetailsServiceAutoConfiguration.class)
@EnableMethodSecurity
class Application {}
