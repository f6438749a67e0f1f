package org.ronghe.serve.filing;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ronghe.office.problem.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Fees of cases, paid through a provider. The provider that is shipped is simulated (模拟) and says
/// so: no money moves.
@Component
public class Payments implements Outbox.Receiver {
  private final JdbcClient database;
  private final Outbox outbox;

  Payments(JdbcClient database, Outbox outbox) {
    this.database = database;
    this.outbox = outbox;
  }

  public List<Payment> of(String number) {
    return database
        .sql(
            """
            select id, case_number, fee, name, amount_yuan, status, reference from serve.payment
            where case_number = ? order by fee
            """)
        .param(number)
        .query((row, _) ->
            new Payment(
                row.getString("id"),
                row.getString("case_number"),
                row.getString("fee"),
                row.getString("name"),
                row.getBigDecimal("amount_yuan"),
                row.getString("status"),
                row.getString("reference"),
                "模拟支付 / simulated"))
        .list();
  }

  /// Sends a fee to the provider; asking twice is one payment.
  @Transactional
  public void pay(String number, String fee) {
    int sent =
        database
            .sql(
                """
                update serve.payment set status = 'sent', changed_at = now()
                where case_number = ? and fee = ? and status = 'due'
                """)
            .params(List.of(number, fee))
            .update();
    if (sent == 1) {
      outbox.put("payment", number + "/" + fee, Map.of("number", number, "fee", fee));
    } else if (of(number).stream().noneMatch(one -> one.fee().equals(fee))) {
      throw Problem.notFound("no-fee", "没有这笔费用：" + fee, "There is no fee " + fee + ".");
    }
  }

  @Override
  public String topic() {
    return "payment";
  }

  /// The simulated provider answers at once: paid.
  @Override
  public void receive(String key, String payload) {
    database
        .sql(
            """
            update serve.payment set status = 'paid', reference = ?, changed_at = now()
            where id = ? and status = 'sent'
            """)
        .params(List.of("SIM-" + key, key))
        .update();
  }

  public record Payment(
      String id,
      String number,
      String fee,
      String name,
      BigDecimal amount_yuan,
      String status,
      @Nullable String reference,
      String provider) {}
}
