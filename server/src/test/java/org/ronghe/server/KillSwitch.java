package org.ronghe.server;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/// Lets a county under test kill itself with -9 at a commit: just before it, when all of a
/// transaction is written and none of it is kept, or just after it, when all is kept and nobody has
/// heard of it. Does nothing unless the system property names the file a test arms it with, which
/// holds one [Moment].
public final class KillSwitch implements ApplicationContextInitializer<GenericApplicationContext> {
  static final String PROPERTY = "ronghe.test.kill-switch";
  private static final String OUTBOX = "outbox-";

  /// When to die.
  enum Moment {
    BEFORE_COMMIT(false, true),
    AFTER_COMMIT(false, false),
    /// What the outbox does has happened, and neither it nor its mark is kept.
    OUTBOX_BEFORE_COMMIT(true, true),
    OUTBOX_AFTER_COMMIT(true, false);

    private final boolean outbox;
    private final boolean before;

    Moment(boolean outbox, boolean before) {
      this.outbox = outbox;
      this.before = before;
    }

    boolean isOutbox() {
      return outbox;
    }
  }

  @Override
  public void initialize(GenericApplicationContext context) {
    String file = System.getProperty(PROPERTY);
    if (file != null) {
      context.getBeanFactory().addBeanPostProcessor(new Wrapping(Path.of(file)));
    }
  }

  private record Wrapping(Path file) implements BeanPostProcessor {
    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
      return bean instanceof DataSource source ? new Watched(source, file) : bean;
    }
  }

  private static final class Watched extends DelegatingDataSource {
    private final Path file;

    Watched(DataSource real, Path file) {
      super(real);
      this.file = file;
    }

    @Override
    public Connection getConnection() throws SQLException {
      Connection real = super.getConnection();
      return (Connection)
          Proxy.newProxyInstance(
              getClass().getClassLoader(),
              new Class<?>[] {Connection.class},
              (_, method, arguments) -> {
                boolean commit = method.getName().equals("commit");
                dieIf(commit, true);
                try {
                  Object answer = method.invoke(real, arguments);
                  dieIf(commit, false);
                  return answer;
                } catch (InvocationTargetException e) {
                  throw e.getCause();
                }
              });
    }

    private void dieIf(boolean commit, boolean before) throws IOException {
      if (!commit || !Files.exists(file)) {
        return;
      }
      Moment moment = Moment.valueOf(Files.readString(file));
      boolean outbox = Thread.currentThread().getName().startsWith(OUTBOX);
      if (moment.before == before && moment.outbox == outbox) {
        new ProcessBuilder("kill", "-9", Long.toString(ProcessHandle.current().pid())).start();
        while (true) {
          LockSupport.park();
        }
      }
    }
  }
}
