package org.ronghe.office.problem;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.DatabindException;

/// Why a body could not be read, in words for whoever sent it.
final class UnreadableBody {
  private UnreadableBody() {}

  static Problem problem(HttpMessageNotReadableException thrown) {
    List<Throwable> causes = causes(thrown);
    for (Throwable cause : causes) {
      if (cause instanceof Problem known) {
        return known;
      }
      if (cause instanceof StreamConstraintsException) {
        return tooDeep();
      }
    }
    for (Throwable cause : causes) {
      if (cause instanceof DatabindException wrong && !wrong.getPath().isEmpty()) {
        return ofField(path(wrong));
      }
      if (cause instanceof JacksonException broken) {
        return ofPlace(broken.getLocation());
      }
    }
    return Problem.badRequest(
        "json", "请求没有内容，或内容不是 JSON。", "The request has no content, or the content is not JSON.");
  }

  private static Problem tooDeep() {
    return Problem.badRequest(
        "json-limits",
        "内容嵌套过深、数字或字段名过长，请检查后重新提交。",
        "The content is nested too deep, or a number or a field name is too long; check it and send"
            + " it again.");
  }

  private static List<Throwable> causes(Throwable thrown) {
    return Stream.iterate(thrown, one -> one != null, Throwable::getCause).toList();
  }

  private static Problem ofField(String field) {
    return Problem.badRequest(
            "json-field",
            "字段 " + field + " 的类型或内容不对，请改正后重新提交。",
            "The field " + field + " has the wrong type or content; correct it and send it again.")
        .at(field);
  }

  private static Problem ofPlace(TokenStreamLocation place) {
    int line = Math.max(1, place.getLineNr());
    int column = Math.max(1, place.getColumnNr());
    return Problem.badRequest(
        "json",
        "第 " + line + " 行第 " + column + " 列不是正确的 JSON（须用 UTF-8，字段不得重复），请改正后重新提交。",
        "Line "
            + line
            + ", column "
            + column
            + " is not proper JSON (UTF-8, no field twice); correct it and send it again.");
  }

  private static String path(DatabindException wrong) {
    return wrong.getPath().stream()
        .map(step ->
            step.getPropertyName() == null ? "[" + step.getIndex() + "]" : step.getPropertyName())
        .collect(Collectors.joining("."));
  }
}
