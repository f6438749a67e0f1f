package org.ronghe.serve.filing;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/// A database whose connection breaks at the n-th statement, or at the commit after the last one,
/// as a kill at that moment would.
final class FaultyDataSource extends DelegatingDataSource {
  private final AtomicInteger left = new AtomicInteger(Integer.MAX_VALUE);

  FaultyDataSource(DataSource real) {
    super(real);
  }

  void breakAfter(int statements) {
    left.set(statements);
  }

  void heal() {
    left.set(Integer.MAX_VALUE);
  }

  boolean broke() {
    return left.get() < 0;
  }

  @Override
  public Connection getConnection() throws SQLException {
    Connection real = super.getConnection();
    return (Connection)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {Connection.class},
            (_, method, arguments) -> {
              boolean counts =
                  method.getName().equals("prepareStatement") || method.getName().equals("commit");
              if (counts && left.getAndDecrement() <= 0) {
                left.set(-1);
                real.close();
                throw new SQLException("killed", "08006");
              }
              try {
                return method.invoke(real, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }
}
