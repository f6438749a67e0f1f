package org.ronghe.office.ogc;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/// Which format and language an answer is in: `f` and `lang` first, then what the client accepts.
final class Formats {
  static final MediaType GEOJSON = new MediaType("application", "geo+json");
  static final MediaType SCHEMA = new MediaType("application", "schema+json");
  static final MediaType OPENAPI =
      MediaType.parseMediaType("application/vnd.oai.openapi+json;version=3.0");

  private Formats() {}

  static boolean isHtml(Parameters parameters, @Nullable String accept) {
    String wanted = parameters.one("f").orElse("");
    return switch (wanted) {
      case "html" -> true;
      case "json" -> false;
      case "" -> prefersHtml(accept);
      default -> throw Parameters.invalid("f", wanted, "must be json or html", "须为 json 或 html");
    };
  }

  private static boolean prefersHtml(@Nullable String accept) {
    if (accept == null || accept.isBlank()) {
      return false;
    }
    List<MediaType> types;
    try {
      types = MediaType.parseMediaTypes(accept);
    } catch (InvalidMediaTypeException _) {
      return false;
    }
    double html = 0;
    double json = 0;
    for (MediaType type : types) {
      double quality = type.getQualityValue();
      if (type.isWildcardType()) {
        json = Math.max(json, quality);
      } else if (type.getType().equals("text") && type.includes(MediaType.TEXT_HTML)) {
        html = Math.max(html, quality);
      } else if (type.getSubtype().contains("json")
          || (type.isWildcardSubtype() && type.getType().equals("application"))) {
        json = Math.max(json, quality);
      }
    }
    // a client that accepts neither still gets JSON: better than nothing to read (RFC 9110, 12.4.1)
    return html > 0 && html >= json;
  }

  static boolean isChinese(Parameters parameters, Locale preferred) {
    String wanted = parameters.one("lang").orElse("");
    return switch (wanted) {
      case "zh" -> true;
      case "en" -> false;
      case "" -> !preferred.getLanguage().equals("en");
      default -> throw Parameters.invalid("lang", wanted, "must be zh or en", "须为 zh 或 en");
    };
  }
}
