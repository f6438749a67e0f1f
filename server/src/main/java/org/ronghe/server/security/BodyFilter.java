package org.ronghe.server.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.ronghe.office.problem.Problem;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/// What people send as JSON is UTF-8 and no larger than a megabyte; files have doors and limits of
/// their own, and so have the readings of devices.
final class BodyFilter extends OncePerRequestFilter {
  private static final int LARGEST_bytes = 1 << 20;
  private final ProblemWriter problems;

  BodyFilter(ProblemWriter problems) {
    this.problems = problems;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    String path = request.getRequestURI();
    String type = String.valueOf(request.getContentType()).toLowerCase(Locale.ROOT);
    boolean people =
        path.startsWith("/api/v1/serve/")
            || path.startsWith("/api/v1/session")
            || path.startsWith("/api/v1/me/");
    return !(people && type.contains("json"));
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (!isUtf8(request.getContentType())) {
      problems.write(
          request,
          response,
          Problem.unsupported(
                  "charset",
                  "内容须用 UTF-8 编码（Content-Type: application/json）。",
                  "The content must be in UTF-8 (Content-Type: application/json).")
              .at("Content-Type"));
    } else if (request.getContentLengthLong() > LARGEST_bytes) {
      problems.write(request, response, tooLarge());
    } else {
      chain.doFilter(new Measured(request), response);
    }
  }

  private static boolean isUtf8(String type) {
    try {
      var charset = MediaType.parseMediaType(type).getCharset();
      return charset == null || charset.equals(StandardCharsets.UTF_8);
    } catch (IllegalArgumentException _) {
      return false;
    }
  }

  private static Problem tooLarge() {
    return Problem.tooLarge(
        "too-large",
        "提交的内容超过 1 MB；文件请作为附件上传。",
        "The content is larger than 1 MB; upload files as attachments.");
  }

  /// Refuses to be read past the largest size, whatever the sender said of its length.
  private static final class Measured extends HttpServletRequestWrapper {
    Measured(HttpServletRequest request) {
      super(request);
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
      return new MeasuredStream(super.getInputStream());
    }
  }

  private static final class MeasuredStream extends ServletInputStream {
    private final ServletInputStream in;
    private long read_bytes;

    MeasuredStream(ServletInputStream in) {
      this.in = in;
    }

    @Override
    public int read() throws IOException {
      int one = in.read();
      counted(one < 0 ? 0 : 1);
      return one;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      int count = in.read(into, offset, length);
      counted(Math.max(0, count));
      return count;
    }

    private void counted(int more) {
      read_bytes += more;
      if (read_bytes > LARGEST_bytes) {
        throw tooLarge();
      }
    }

    @Override
    public boolean isFinished() {
      return in.isFinished();
    }

    @Override
    public boolean isReady() {
      return in.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
      in.setReadListener(listener);
    }
  }
}
