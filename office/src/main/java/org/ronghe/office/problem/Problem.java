package org.ronghe.office.problem;

import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/// An answer that says what went wrong (RFC 9457), with a stable `code` and the words in Chinese
/// and English. Throw it from any endpoint.
public final class Problem extends ErrorResponseException {
  private static final long serialVersionUID = 1L;
  private static final int LONGEST = 600;

  private Problem(HttpStatus status, String code, String zh, String en) {
    super(status, detail(status, code, zh, en), null);
  }

  public static Problem badRequest(String code, String zh, String en) {
    return new Problem(HttpStatus.BAD_REQUEST, code, zh, en);
  }

  public static Problem unauthorized(String code, String zh, String en) {
    return new Problem(HttpStatus.UNAUTHORIZED, code, zh, en);
  }

  public static Problem forbidden(String code, String zh, String en) {
    return new Problem(HttpStatus.FORBIDDEN, code, zh, en);
  }

  public static Problem notFound(String code, String zh, String en) {
    return new Problem(HttpStatus.NOT_FOUND, code, zh, en);
  }

  public static Problem conflict(String code, String zh, String en) {
    return new Problem(HttpStatus.CONFLICT, code, zh, en);
  }

  public static Problem tooMany(String code, String zh, String en) {
    return new Problem(HttpStatus.TOO_MANY_REQUESTS, code, zh, en);
  }

  public static Problem unavailable(String code, String zh, String en) {
    return new Problem(HttpStatus.SERVICE_UNAVAILABLE, code, zh, en);
  }

  public static Problem tooLarge(String code, String zh, String en) {
    return new Problem(HttpStatus.CONTENT_TOO_LARGE, code, zh, en);
  }

  public static Problem unsupported(String code, String zh, String en) {
    return new Problem(HttpStatus.UNSUPPORTED_MEDIA_TYPE, code, zh, en);
  }

  /// A request that is refused for how it is written, before it is looked at any further.
  public static Problem rejected() {
    return badRequest(
        "request-rejected",
        "请求的地址、方法、参数或请求头含有不允许的字符，请用本站页面提交。",
        "The address, method, a parameter or a header of the request has characters that are not"
            + " allowed; send it from this site's pages.");
  }

  /// The same problem with what to do next.
  public Problem next(String nextZh, String nextEn) {
    getBody().setProperty("nextZh", nextZh);
    getBody().setProperty("nextEn", nextEn);
    return this;
  }

  /// A member of the body as text, e.g. `code`; empty when it is not there.
  public String member(String name) {
    Map<String, Object> members = getBody().getProperties();
    return members == null ? "" : String.valueOf(members.getOrDefault(name, ""));
  }

  /// The same problem, saying which field of what was sent it is about.
  public Problem at(String field) {
    getBody().setProperty("field", shown(field));
    return this;
  }

  /// The body alone, for places that write it themselves (filters).
  public static ProblemDetail detail(HttpStatus status, String code, String zh, String en) {
    ProblemDetail detail = ProblemDetail.forStatusAndDetail(status, shown(en));
    detail.setTitle(status.getReasonPhrase());
    detail.setProperty("code", code);
    detail.setProperty("zh", shown(zh));
    detail.setProperty("en", shown(en));
    return detail;
  }

  /// Words that may hold what somebody sent, fit to be read: no mark-up, no control characters,
  /// none that turn the direction of writing, and not endless.
  public static String shown(String words) {
    String plain =
        words.replace('<', '‹').replace('>', '›').replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}]", "·");
    return plain.length() <= LONGEST ? plain : plain.substring(0, LONGEST) + "…";
  }
}
