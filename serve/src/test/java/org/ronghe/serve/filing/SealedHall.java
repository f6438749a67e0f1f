package org.ronghe.serve.filing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ronghe.engines.casework.Verb;
import org.ronghe.office.database.EmbeddedPostgres;

/// A hall that issues licences, for the tests of what becomes of them.
public final class SealedHall implements AutoCloseable {
  private final TestHall hall;
  private int keys;

  public SealedHall(EmbeddedPostgres postgres, Path data) throws IOException {
    hall = new TestHall(postgres, data, "org.ronghe.serve.seal");
    hall.today("2026-03-04");
    hall.register(TestHall.MEI, "14041119950505004X");
  }

  public <T> T get(Class<T> type) {
    return hall.get(type);
  }

  /// A birth registered from filing to delivery.
  public Licences.Licence issued() {
    Set<String> before = Set.copyOf(numbers());
    FilingRequest request =
        FilingRequest.of(
            "birth-registration",
            TestHall.json(CaseStoriesTest.BIRTH),
            Map.of(),
            "seal-key-%08d".formatted(++keys));
    String number = hall.get(Filing.class).file(request, TestHall.MEI).number();
    act(number, Verb.ACCEPT, TestHall.POLICE_CLERK);
    act(number, Verb.REVIEW, TestHall.POLICE_REVIEWER);
    act(number, Verb.APPROVE, TestHall.POLICE_APPROVER);
    act(number, Verb.ISSUE, TestHall.POLICE_CLERK);
    return hall.get(Licences.class).of("mei", null).stream()
        .filter(one -> !before.contains(one.number()))
        .findFirst()
        .orElseThrow();
  }

  private List<String> numbers() {
    return hall.get(Licences.class).of("mei", null).stream().map(Licences.Licence::number).toList();
  }

  private void act(String number, Verb verb, Caller who) {
    hall.get(CaseDesk.class).act(number, Action.of(verb, ""), who);
  }

  public void sendOutbox() {
    hall.get(OutboxSender.class).send();
  }

  public void expires(String number, String day) {
    hall.jdbc
        .sql("update serve.licence set valid_until = ?::date where number = ?")
        .params(List.of(day, number))
        .update();
  }

  public long count(String table) {
    return hall.count(table);
  }

  @Override
  public void close() {
    hall.close();
  }
}
