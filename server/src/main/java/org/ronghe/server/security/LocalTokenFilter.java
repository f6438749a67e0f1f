package org.ronghe.server.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/// Lets commands typed on this machine in: they prove it by the token that only the owner of the
/// data folder can read, and come over loopback.
final class LocalTokenFilter extends OncePerRequestFilter {
  static final String HEADER = "X-Ronghe-Local-Token";
  private final byte[] token;

  LocalTokenFilter(String token) {
    this.token = token.getBytes(StandardCharsets.US_ASCII);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String given = request.getHeader(HEADER);
    boolean right =
        given != null
            && MessageDigest.isEqual(given.getBytes(StandardCharsets.US_ASCII), token)
            && InetAddress.getByName(request.getRemoteAddr()).isLoopbackAddress();
    if (right) {
      SecurityContext context = SecurityContextHolder.createEmptyContext();
      context.setAuthentication(
          UsernamePasswordAuthenticationToken.authenticated(
              "local",
              null,
              List.of(
                  new SimpleGrantedAuthority("ROLE_ADMINISTRATOR"),
                  new SimpleGrantedAuthority("ROLE_LOCAL"))));
      SecurityContextHolder.setContext(context);
    }
    chain.doFilter(request, response);
  }
}
