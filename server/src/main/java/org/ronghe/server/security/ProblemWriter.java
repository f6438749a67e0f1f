package org.ronghe.server.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.ronghe.office.problem.Problem;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Writes problems where no endpoint is reached.
@Component
class ProblemWriter {
  private final JsonMapper json;

  ProblemWriter(JsonMapper json) {
    this.json = json;
  }

  void notSignedIn(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException thrown)
      throws IOException {
    write(request, response, Problem.unauthorized("not-signed-in", "尚未登录。", "Not signed in."));
  }

  void forbidden(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException thrown)
      throws IOException {
    Problem problem =
        thrown instanceof CsrfException
            ? Problem.forbidden(
                "csrf",
                "缺少或不符的 X-XSRF-TOKEN 请求头，请刷新页面。",
                "The X-XSRF-TOKEN header is missing or does not fit; reload the page.")
            : Problem.forbidden("not-allowed", "您的角色没有这项权限。", "Your role does not allow this.");
    write(request, response, problem);
  }

  /// Programs are told that Basic would do; browsers are not, or they would show a dialog.
  void write(HttpServletRequest request, HttpServletResponse response, Problem problem)
      throws IOException {
    if (response.isCommitted()) {
      return;
    }
    String path = request.getRequestURI();
    boolean forPrograms =
        path.startsWith("/ogc") || path.endsWith("/readings") || path.startsWith("/actuator");
    if (problem.getStatusCode().value() == HttpServletResponse.SC_UNAUTHORIZED && forPrograms) {
      response.setHeader("WWW-Authenticate", "Basic realm=\"Ronghe\", charset=\"UTF-8\"");
    }
    response.setStatus(problem.getStatusCode().value());
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response.setCharacterEncoding("UTF-8");
    json.writeValue(response.getOutputStream(), problem.getBody());
  }
}
