package org.ronghe.server.security;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import org.apache.catalina.core.StandardHost;
import org.ronghe.office.device.DeviceRegister;
import org.ronghe.office.problem.Problem;
import org.ronghe.office.staff.SignIn;
import org.ronghe.server.oidc.ProviderDoor;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.access.hierarchicalroles.RoleHierarchy;
import org.springframework.security.access.hierarchicalroles.RoleHierarchyImpl;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.util.matcher.RequestMatcher;

/// The three ways in: a command on this machine with the local token, a program with HTTP Basic
/// (devices, QGIS, Prometheus), a browser with a session, which may come from an identity provider.
@Configuration(proxyBeanMethods = false)
class Doors {
  private static final String CONTENT_POLICY =
      "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
          + "img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; "
          + "worker-src 'self' blob:; object-src 'none'; base-uri 'self'; form-action 'self'; "
          + "frame-ancestors 'none'";

  @Bean
  RoleHierarchy roleHierarchy() {
    return RoleHierarchyImpl.withDefaultRolePrefix()
        .role("ADMINISTRATOR")
        .implies("ENGINEER", "METRICS")
        .role("ENGINEER")
        .implies("OFFICER")
        .role("OFFICER")
        .implies("VIEWER")
        // the desks of serve; none of the roles above implies them
        .role("APPROVER")
        .implies("REVIEWER")
        .role("REVIEWER")
        .implies("DESK", "VIEWER")
        .role("CLERK")
        .implies("DESK")
        .role("SUPERVISOR")
        .implies("VIEWER")
        .build();
  }

  @Bean
  @Order(1)
  SecurityFilterChain localCommands(
      HttpSecurity http, @Value("${ronghe.local-token}") String token, ProblemWriter problems)
      throws Exception {
    RequestMatcher withToken = request -> request.getHeader(LocalTokenFilter.HEADER) != null;
    common(http, problems)
        .securityMatcher(withToken)
        .csrf(csrf -> csrf.disable())
        .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .authorizeHttpRequests(requests ->
            requests
                .dispatcherTypeMatchers(DispatcherType.ASYNC)
                .permitAll()
                .anyRequest()
                .authenticated())
        .addFilterAfter(new LocalTokenFilter(token), SecurityContextHolderFilter.class);
    return http.build();
  }

  @Bean
  @Order(2)
  SecurityFilterChain programs(
      HttpSecurity http, SignIn signIn, DeviceRegister devices, ProblemWriter problems)
      throws Exception {
    common(http, problems)
        .securityMatcher(Doors::isProgram)
        .csrf(csrf -> csrf.disable())
        .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .addFilterAt(new BasicFilter(signIn, devices, problems), BasicAuthenticationFilter.class);
    authorise(http);
    return http.build();
  }

  @Bean
  @Order(3)
  SecurityFilterChain browsers(
      HttpSecurity http, SignIn signIn, ProblemWriter problems, ProviderDoor provider)
      throws Exception {
    common(http, problems)
        .csrf(csrf ->
            csrf.spa()
                // JSON only, so another site cannot send it; there is no session yet to ride on
                .ignoringRequestMatchers(request ->
                    request.getMethod().equals("POST")
                        && (request.getRequestURI().equals("/api/v1/session")
                            // changes nothing, for programs too
                            || request.getRequestURI().equals("/api/v1/serve/verify"))))
        .addFilterAfter(new StillMemberFilter(signIn, problems), SecurityContextHolderFilter.class);
    provider.hangInto(http);
    authorise(http);
    return http.build();
  }

  /// What is written as no request should be is told so in our words, too.
  @Bean
  RequestRejectedHandler rejected(ProblemWriter problems) {
    return (request, response, _) -> problems.write(request, response, Problem.rejected());
  }

  /// The same before any servlet is asked.
  @Bean
  WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> refusals() {
    return server ->
        server.addContextCustomizers(context -> {
          if (context.getParent() instanceof StandardHost host) {
            host.setErrorReportValveClass(RefusalValve.class.getName());
          }
        });
  }

  @Bean
  HttpFirewall firewall() {
    StrictHttpFirewall firewall = new StrictHttpFirewall();
    firewall.setAllowedParameterValues(value -> value.indexOf('\0') < 0);
    return firewall;
  }

  private static HttpSecurity common(HttpSecurity http, ProblemWriter problems) throws Exception {
    return http.addFilterAfter(new BodyFilter(problems), AuthorizationFilter.class)
        .formLogin(form -> form.disable())
        .logout(logout -> logout.disable())
        .requestCache(cache -> cache.disable())
        .exceptionHandling(handling ->
            handling
                .authenticationEntryPoint(problems::notSignedIn)
                .accessDeniedHandler(problems::forbidden))
        .headers(headers ->
            headers
                .contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
                .frameOptions(frame -> frame.deny())
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(
                    policy -> policy.policy("camera=(), microphone=(), geolocation=(self)")));
  }

  /// What is open without signing in: the browser's files, the session itself, the health light and
  /// the doors of the county's data (which check each collection by themselves: open ones anyone).
  private static void authorise(HttpSecurity http) throws Exception {
    http.authorizeHttpRequests(requests ->
        requests
            // the end of an answer whose beginning was let in
            .dispatcherTypeMatchers(DispatcherType.ASYNC)
            .permitAll()
            .requestMatchers("/api/v1/session", "/actuator/health", "/error")
            .permitAll()
            .requestMatchers("/api/v1/oidc", "/api/v1/oidc/*")
            .permitAll()
            .requestMatchers("/actuator/health/*")
            .permitAll()
            .requestMatchers("/actuator/**")
            .hasRole("METRICS")
            .requestMatchers("/ogc", "/ogc/**", "/api/v1/county", "/tiles/**", "/api/v1/export/**")
            .permitAll()
            .requestMatchers("/api/v1/readings", "/api/v1/points/*/readings")
            .hasAnyRole("VIEWER", "DEVICE")
            .requestMatchers("/api/v1/session/**", "/api/v1/me/totp", "/api/v1/me/totp/**")
            .authenticated()
            .requestMatchers(
                HttpMethod.GET,
                "/api/v1/serve/catalogue/**",
                "/api/v1/serve/verify/**",
                "/api/v1/serve/consultations")
            .permitAll()
            .requestMatchers(
                HttpMethod.POST,
                "/api/v1/serve/residents",
                "/api/v1/serve/verify",
                "/api/v1/serve/eligibility/*")
            .permitAll()
            .requestMatchers("/api/v1/serve/**")
            .hasAnyRole("RESIDENT", "HELPER", "DESK", "SUPERVISOR", "DESIGNER", "PRIVACY")
            .requestMatchers("/api/**")
            .hasRole("VIEWER")
            .requestMatchers(HttpMethod.GET, "/**")
            .permitAll()
            .anyRequest()
            .denyAll());
  }

  private static boolean isProgram(HttpServletRequest request) {
    String header = request.getHeader("Authorization");
    String path = request.getRequestURI();
    return header != null
        && (path.equals("/ogc")
            || path.startsWith("/ogc/")
            || path.startsWith("/actuator/")
            || path.startsWith("/tiles/")
            || path.equals("/api/v1/readings")
            || (path.startsWith("/api/v1/export/"))
            || (path.startsWith("/api/v1/points/") && path.endsWith("/readings")));
  }
}
