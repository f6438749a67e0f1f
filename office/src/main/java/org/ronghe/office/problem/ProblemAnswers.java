package org.ronghe.office.problem;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/// Gives every failed request an answer with `code`, `zh` and `en`, also those that the framework
/// refuses before an endpoint is reached.
@RestControllerAdvice
class ProblemAnswers extends ResponseEntityExceptionHandler {
  private static final Logger log = LoggerFactory.getLogger(ProblemAnswers.class);
  private static final Map<Integer, String> ZH =
      Map.of(
          400, "请求有误，请检查参数。",
          404, "没有这个地址。",
          405, "此地址不支持该方法。",
          406, "无法按要求的格式回答。",
          413, "内容过大。",
          415, "不支持这种内容类型。",
          503, "暂时无法处理，请稍后再试。");

  @Override
  protected @Nullable ResponseEntity<Object> handleExceptionInternal(
      Exception thrown,
      @Nullable Object body,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    ResponseEntity<Object> answer =
        super.handleExceptionInternal(thrown, body, headers, status, request);
    if (answer != null && answer.getBody() instanceof ProblemDetail detail) {
      complete(detail, status.value());
    }
    return answer;
  }

  /// A body that is no JSON, or not the JSON that is wanted: where, and what to do about it.
  @Override
  protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
      HttpMessageNotReadableException thrown,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    Problem problem = UnreadableBody.problem(thrown);
    return handleExceptionInternal(
        thrown, problem.getBody(), headers, problem.getStatusCode(), request);
  }

  /// A parameter that no text of ours can be, e.g. with a NUL in it.
  @ExceptionHandler(RequestRejectedException.class)
  ResponseEntity<ProblemDetail> rejected(RequestRejectedException thrown) {
    Problem problem = Problem.rejected();
    return ResponseEntity.status(problem.getStatusCode()).body(problem.getBody());
  }

  /// What no one foresaw: logged with its trace, answered without it.
  @ExceptionHandler(RuntimeException.class)
  ResponseEntity<ProblemDetail> unforeseen(RuntimeException thrown) {
    if (thrown instanceof AccessDeniedException || thrown instanceof AuthenticationException) {
      throw thrown; // the security filters answer these
    }
    log.error("a request failed", thrown);
    return ResponseEntity.status(HttpStatus.INTERNAL_SERVER_ERROR)
        .body(
            Problem.detail(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "our-fault",
                "系统内部出错，已记入日志。",
                "Something went wrong on our side; it is in the log."));
  }

  private static void complete(ProblemDetail detail, int status) {
    Map<String, Object> members = detail.getProperties();
    if (members != null && members.containsKey("code")) {
      return;
    }
    detail.setProperty("code", "http-" + status);
    detail.setProperty("zh", ZH.getOrDefault(status, "请求未能完成。"));
    String said = detail.getDetail();
    String en = Problem.shown(said == null ? "The request could not be completed." : said);
    detail.setDetail(en);
    detail.setProperty("en", en);
  }
}
