package org.ronghe.server.oidc;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ronghe.engines.form.Numbers;
import org.ronghe.office.resident.Identities;
import org.ronghe.server.folder.DataFolder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.stereotype.Component;

/// The one identity provider, if any. Its addresses are asked for when the first person comes and
/// not before: the county starts without it.
@Component
public class Provider implements ClientRegistrationRepository {
  static final String ID = "province";
  static final String BACK = "/api/v1/oidc/back/" + ID;
  private static final Logger LOG = LoggerFactory.getLogger(Provider.class);
  private final Optional<ProviderSettings> settings;
  private volatile @Nullable ClientRegistration registration;

  Provider(DataFolder folder) {
    this.settings = ProviderSettings.read(folder.secrets());
  }

  Optional<ProviderSettings> settings() {
    return settings;
  }

  /// Null when there is no such provider, or it does not answer now.
  @Override
  public @Nullable ClientRegistration findByRegistrationId(String id) {
    return id.equals(ID) ? settings.map(this::registered).orElse(null) : null;
  }

  private @Nullable ClientRegistration registered(ProviderSettings set) {
    ClientRegistration known = registration;
    if (known != null) {
      return known;
    }
    try {
      ClientRegistration found =
          ClientRegistrations.fromOidcIssuerLocation(set.issuer())
              .registrationId(ID)
              .clientId(set.clientId())
              .clientSecret(set.clientSecret())
              .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
              .redirectUri(set.publicAddress() == null ? "{baseUrl}" + BACK : back(set))
              .scope(set.scopes())
              .build();
      registration = found;
      return found;
    } catch (IllegalArgumentException | IllegalStateException unreachable) {
      LOG.warn("the identity provider {} does not answer", set.issuer(), unreachable);
      return null;
    }
  }

  private static String back(ProviderSettings set) {
    String address = String.valueOf(set.publicAddress());
    return address.replaceAll("/+$", "") + BACK;
  }

  /// Whom the checked claims of a token are about.
  Identities.Subject subject(String sub, Map<String, Object> claims) {
    ProviderSettings set = settings.orElseThrow();
    String number = text(claims, set.numberClaim()).toUpperCase(java.util.Locale.ROOT);
    return new Identities.Subject(
        set.issuer(),
        sub,
        text(claims, set.nameClaim()),
        Numbers.isIdentityNumber(number) ? number : null,
        set.assured().contains(text(claims, set.assuranceClaim())));
  }

  /// The mobile number the provider knows; empty for none.
  String phone(Map<String, Object> claims) {
    String digits = text(claims, settings.orElseThrow().phoneClaim()).replaceAll("[^0-9]", "");
    String local = digits.length() == 13 && digits.startsWith("86") ? digits.substring(2) : digits;
    return isPhone(local) ? local : "";
  }

  static boolean isPhone(String text) {
    return text.matches("1[3-9][0-9]{9}");
  }

  private static String text(Map<String, Object> claims, String name) {
    return claims.get(name) instanceof Object value ? value.toString().strip() : "";
  }
}
