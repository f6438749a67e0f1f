package org.ronghe.server.oidc;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ronghe.office.problem.Refusal;
import org.ronghe.server.folder.SafeAddress;
import org.ronghe.sources.yaml.YamlNode;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;

/// What the county's IT person writes into `secrets/oidc.yaml` of the data folder; without the file
/// there is no such door.
///
/// @param issuer as the provider spells it; https, except on this machine
/// @param zh name of the provider on the sign-in page
/// @param signing algorithm of its tokens
/// @param publicAddress where browsers reach the county, for the address they come back to; null
///   takes it from the request
/// @param assured values of `assuranceClaim` at which the provider has seen the person's card;
///   empty when none is trusted
record ProviderSettings(
    String issuer,
    String clientId,
    String clientSecret,
    List<String> scopes,
    String zh,
    String en,
    String nameClaim,
    String numberClaim,
    String phoneClaim,
    String assuranceClaim,
    Set<String> assured,
    SignatureAlgorithm signing,
    @Nullable String publicAddress) {
  private static final String FORMAT = "ronghe-oidc/1";
  private static final Set<String> KEYS =
      Set.of(
          "format",
          "issuer",
          "clientId",
          "clientSecretFile",
          "scopes",
          "name",
          "nameClaim",
          "numberClaim",
          "phoneClaim",
          "assuranceClaim",
          "assured",
          "signing",
          "publicAddress");

  /// The settings in a folder only the owner can read; empty when there are none. A [Refusal] names
  /// the place that is wrong.
  static Optional<ProviderSettings> read(Path secrets) {
    Path file = secrets.resolve("oidc.yaml");
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(of(YamlNode.parse(Files.readString(file)), secrets));
    } catch (YamlNode.Mistake | IllegalArgumentException | IOException mistake) {
      throw new Refusal(
          "oidc-settings",
          "身份平台设置 " + file + "：" + mistake.getMessage(),
          "The settings of the identity provider, " + file + ": " + mistake.getMessage(),
          "对照 docs/guide/security.md 改正；删除该文件即关闭这个入口。",
          "Correct it after docs/guide/security.md; without the file this door is closed.");
    }
  }

  private static ProviderSettings of(YamlNode root, Path secrets) throws IOException {
    if (!root.get("format").text().equals(FORMAT)) {
      throw root.get("format").mistake("must be " + FORMAT);
    }
    for (var entry : root.entries().entrySet()) {
      if (!KEYS.contains(entry.getKey())) {
        throw entry.getValue().mistake("is not one of " + KEYS.stream().sorted().toList());
      }
    }
    Path secretFile =
        secrets.resolve(root.find("clientSecretFile").map(YamlNode::text).orElse("oidc-secret"));
    return new ProviderSettings(
        safe(root.get("issuer")),
        root.get("clientId").text(),
        Files.readString(secretFile).strip(),
        texts(root, "scopes", List.of("openid", "profile")),
        root.get("name").get("zh").text(),
        root.get("name").get("en").text(),
        claim(root, "nameClaim", "name"),
        claim(root, "numberClaim", "id_number"),
        claim(root, "phoneClaim", "phone_number"),
        claim(root, "assuranceClaim", "acr"),
        Set.copyOf(texts(root, "assured", List.of())),
        signing(root),
        root.find("publicAddress").map(ProviderSettings::safe).orElse(null));
  }

  private static List<String> texts(YamlNode root, String key, List<String> otherwise) {
    return root.find(key)
        .map(node -> node.list().stream().map(YamlNode::text).toList())
        .orElse(otherwise);
  }

  private static String claim(YamlNode root, String key, String otherwise) {
    return root.find(key).map(YamlNode::text).orElse(otherwise);
  }

  private static SignatureAlgorithm signing(YamlNode root) {
    Optional<YamlNode> given = root.find("signing");
    if (given.isEmpty()) {
      return SignatureAlgorithm.RS256;
    }
    SignatureAlgorithm known = SignatureAlgorithm.from(given.get().text());
    if (known == null) {
      throw given.get().mistake("must be one of " + List.of(SignatureAlgorithm.values()));
    }
    return known;
  }

  /// Without a slash at the end; plain http only to this machine.
  private static String safe(YamlNode node) {
    if (!SafeAddress.is(node.text())) {
      throw node.mistake("must be an https address");
    }
    return node.text();
  }

  @Override
  public String toString() {
    return "provider " + issuer;
  }
}
