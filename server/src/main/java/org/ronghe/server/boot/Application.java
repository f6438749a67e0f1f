package org.ronghe.server.boot;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;

/// All rooms in one application: every `@Component` below `org.ronghe` is found.
@SpringBootApplication(
    scanBasePackages = "org.ronghe",
    exclude = UserDetailsServiceAutoConfiguration.class)
@EnableMethodSecurity
class Application {}
