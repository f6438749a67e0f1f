package org.ronghe.office.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.ronghe.model.county.County;
import org.ronghe.model.device.Device;
import org.ronghe.office.cipher.KeyRing;
import org.ronghe.office.cipher.Suite;
import org.ronghe.office.device.DeviceRegister;
import org.ronghe.office.register.CountyRegister;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.web.SecurityFilterChain;

/// The rooms of the office behind a real socket: real database, real HTTP, HTTP Basic for one
/// viewer (`vera` / `vera-secret`) and any registered device.
public final class TestOffice implements AutoCloseable {
  private final ConfigurableApplicationContext context;
  private final HttpClient client = HttpClient.newHttpClient();

  private TestOffice(ConfigurableApplicationContext context) {
    this.context = context;
  }

  public static TestOffice with(County county) {
    var context =
        new SpringApplicationBuilder(App.class)
            .properties(
                Map.of(
                    "server.port", "0",
                    "server.address", "127.0.0.1",
                    "spring.flyway.enabled", "false",
                    "spring.modulith.events.jdbc.schema", "office",
                    "spring.main.banner-mode", "off"))
            .run();
    context.getBean(CountyRegister.class).replace(county, "test");
    return new TestOffice(context);
  }

  /// Registers a device and returns its password.
  public String device(String name, String pattern) {
    return context
        .getBean(DeviceRegister.class)
        .add(name, List.of(pattern), null, "test")
        .password();
  }

  public String address(String path) {
    String port = context.getEnvironment().getRequiredProperty("local.server.port");
    return "http://127.0.0.1:" + port + path;
  }

  public HttpResponse<String> get(String path, String... headers) {
    return send(path, HttpResponse.BodyHandlers.ofString(), headers);
  }

  public HttpResponse<byte[]> bytes(String path, String... headers) {
    return send(path, HttpResponse.BodyHandlers.ofByteArray(), headers);
  }

  public HttpResponse<String> asViewer(String path) {
    return get(path, "Authorization", basic("vera", "vera-secret"));
  }

  public HttpResponse<byte[]> bytesAsViewer(String path) {
    return bytes(path, "Authorization", basic("vera", "vera-secret"));
  }

  public static String basic(String user, String password) {
    byte[] both = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(both);
  }

  private <T> HttpResponse<T> send(
      String path, HttpResponse.BodyHandler<T> handler, String... headers) {
    String address = path.startsWith("http") ? path : address(path);
    var request = HttpRequest.newBuilder(URI.create(address));
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      return client.send(request.build(), handler);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    client.close();
    context.close();
  }

  @SpringBootConfiguration
  @EnableAutoConfiguration
  @ComponentScan("org.ronghe.office")
  static class App {
    @Bean
    DataSource dataSource() {
      return TestPostgres.freshDatabase();
    }

    @Bean
    Clock clock() {
      return Clock.systemUTC();
    }

    @Bean
    KeyRing fieldCipher() throws IOException {
      return KeyRing.open(Files.createTempDirectory("office-keys"), Suite.AES);
    }

    @Bean
    SecurityFilterChain doors(HttpSecurity http, DeviceRegister devices) {
      return http.httpBasic(basic -> {})
          .authenticationProvider(new Gate(devices))
          .authorizeHttpRequests(requests ->
              requests.requestMatchers("/api/v1/search").hasRole("VIEWER").anyRequest().permitAll())
          .build();
    }
  }

  private record Gate(DeviceRegister devices) implements AuthenticationProvider {
    @Override
    public Authentication authenticate(Authentication given) {
      String name = given.getName();
      String password = String.valueOf(given.getCredentials());
      Optional<Device> device = devices.byPassword(name, password);
      List<String> roles = new ArrayList<>();
      device.ifPresent(_ -> roles.add("ROLE_DEVICE"));
      if (name.equals("vera") && password.equals("vera-secret")) {
        roles.add("ROLE_VIEWER");
      }
      if (roles.isEmpty()) {
        throw new BadCredentialsException("wrong name or password");
      }
      return UsernamePasswordAuthenticationToken.authenticated(
          name, null, roles.stream().map(SimpleGrantedAuthority::new).toList());
    }

    @Override
    public boolean supports(Class<?> type) {
      return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
    }
  }
}
