package org.ronghe.office.ogc;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/// Absolute addresses of this service and of the running request.
final class Addresses {
  private final String root;
  private final String path;
  private final Map<String, String[]> parameters;

  Addresses(HttpServletRequest request) {
    this.root = ServletUriComponentsBuilder.fromContextPath(request).build().toUriString();
    this.path = request.getRequestURI().substring(request.getContextPath().length());
    this.parameters = request.getParameterMap();
  }

  /// An address below `/ogc`; each part of the path is encoded.
  String of(String... parts) {
    var address = new StringBuilder(root).append("/ogc");
    for (String part : parts) {
      address.append('/').append(encoded(part));
    }
    return address.toString();
  }

  /// Of the running request, with one parameter set.
  String selfWith(String name, String value) {
    Map<String, String[]> all = new LinkedHashMap<>(parameters);
    all.put(name, new String[] {value});
    return root + path + "?" + query(all);
  }

  String self() {
    return root + path + (parameters.isEmpty() ? "" : "?" + query(parameters));
  }

  private static String query(Map<String, String[]> parameters) {
    var query = new StringBuilder();
    parameters.forEach((name, values) -> {
      for (String value : values) {
        query
            .append(query.isEmpty() ? "" : "&")
            .append(encoded(name))
            .append('=')
            .append(encoded(value));
      }
    });
    return query.toString();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
