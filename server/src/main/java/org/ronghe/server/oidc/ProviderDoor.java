package org.ronghe.server.oidc;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.web.context.NullSecurityContextRepository;
import org.springframework.stereotype.Component;

/// Hangs the provider's door into the browsers' chain: authorization code with PKCE, state and
/// nonce, checked by Spring Security.
@Component
public class ProviderDoor {
  private final Provider provider;
  private final RequestCookie requests;
  private final Arrival arrival;

  ProviderDoor(Provider provider, RequestCookie requests, Arrival arrival) {
    this.provider = provider;
    this.requests = requests;
    this.arrival = arrival;
  }

  /// Nothing where no provider is set up.
  public void hangInto(HttpSecurity http) throws Exception {
    if (provider.settings().isEmpty()) {
      return;
    }
    http.oauth2Login(login ->
        login
            .clientRegistrationRepository(provider)
            .authorizedClientRepository(new Forgetful())
            .securityContextRepository(new NullSecurityContextRepository())
            .loginPage("/home/sign-in")
            .authorizationEndpoint(
                out -> out.baseUri("/api/v1/oidc/out").authorizationRequestRepository(requests))
            .redirectionEndpoint(back -> back.baseUri("/api/v1/oidc/back/*"))
            .successHandler(arrival::welcome)
            .failureHandler(arrival::turnAway));
  }

  @Configuration(proxyBeanMethods = false)
  static class Tokens {
    /// Only tokens signed as the settings say: the token does not choose its algorithm.
    @Bean
    JwtDecoderFactory<ClientRegistration> idTokenDecoders(Provider provider) {
      OidcIdTokenDecoderFactory factory = new OidcIdTokenDecoderFactory();
      factory.setJwsAlgorithmResolver(_ -> provider.settings().orElseThrow().signing());
      return factory;
    }
  }

  /// Keeps no token of the provider: the county asks it nothing later on.
  private static final class Forgetful implements OAuth2AuthorizedClientRepository {
    @Override
    public <T extends OAuth2AuthorizedClient> @Nullable T loadAuthorizedClient(
        String id, Authentication who, HttpServletRequest request) {
      return null;
    }

    @Override
    public void saveAuthorizedClient(
        OAuth2AuthorizedClient client,
        Authentication who,
        HttpServletRequest request,
        HttpServletResponse response) {}

    @Override
    public void removeAuthorizedClient(
        String id, Authentication who, HttpServletRequest request, HttpServletResponse response) {}
  }
}
