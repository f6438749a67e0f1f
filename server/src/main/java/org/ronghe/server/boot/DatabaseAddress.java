package org.ronghe.server.boot;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.ronghe.office.problem.Refusal;

/// Where the office's records are.
///
/// @param user null when the URL carries it
public record DatabaseAddress(String jdbcUrl, @Nullable String user, @Nullable String password) {

  /// Reads `jdbc:postgresql://…` or `postgresql://user:password@host:port/database`.
  public static DatabaseAddress parse(String text) {
    if (text.startsWith("jdbc:postgresql:")) {
      return new DatabaseAddress(text, null, null);
    }
    if (!text.matches("postgres(ql)?://.+/.+")) {
      throw new Refusal(
          "database-url",
          "--db 的地址看不懂：" + text.replaceAll(":[^:@/]*@", ":…@"),
          "--db cannot be read: " + text.replaceAll(":[^:@/]*@", ":…@"),
          "写成 postgresql://用户:密码@主机:5432/库。",
          "Write it as postgresql://user:password@host:5432/database.");
    }
    URI uri = URI.create(text);
    String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
    int port = uri.getPort() < 0 ? 5432 : uri.getPort();
    String url = "jdbc:postgresql://" + uri.getHost() + ":" + port + uri.getRawPath() + query;
    String userInfo = uri.getRawUserInfo();
    if (userInfo == null) {
      return new DatabaseAddress(url, null, null);
    }
    int colon = userInfo.indexOf(':');
    return colon < 0
        ? new DatabaseAddress(url, decode(userInfo), null)
        : new DatabaseAddress(
            url, decode(userInfo.substring(0, colon)), decode(userInfo.substring(colon + 1)));
  }

  private static String decode(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }
}
