package org.ronghe.server.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.ronghe.office.problem.Refusal;

class PortCheckTest {
  @Test
  void A01_a_taken_port_is_refused_by_name_of_its_owner() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Refusal refusal =
          catchThrowableOfType(
              Refusal.class,
              () -> PortCheck.refuseTaken("127.0.0.1", taken.getLocalPort(), "--port"));
      assertThat(refusal.why().code()).isEqualTo("port-taken");
      assertThat(refusal.why().en()).contains("java, pid " + ProcessHandle.current().pid());
      assertThat(refusal.why().maybeEn()).contains("--port");
    }
  }

  @Test
  void A02_a_free_port_and_any_port_are_fine() throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    PortCheck.refuseTaken("127.0.0.1", port, "--port");
    PortCheck.refuseTaken("127.0.0.1", 0, "--port");
  }
}
