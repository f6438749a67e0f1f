package org.ronghe.serve.filing;

import java.time.LocalDate;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.ronghe.office.audit.AuditQueue;
import org.ronghe.serve.catalogue.CatalogueRoom;
import org.springframework.stereotype.Component;

/// Writes down that somebody read their own personal data: each thing once a day and account, so
/// that following a case does not flood the audit and a stolen account still leaves its trace.
/// After a restart a thing may be written twice that day. See docs/decisions/0113.
@Component
public class OwnReads {
  private static final int MOST = 200_000;
  private final AuditQueue audit;
  private final CatalogueRoom room;
  private final Set<String> written = ConcurrentHashMap.newKeySet();
  private volatile LocalDate day = LocalDate.MIN;

  OwnReads(AuditQueue audit, CatalogueRoom room) {
    this.audit = audit;
    this.room = room;
  }

  /// @param subject a case, a licence, the account itself
  /// @param what was read of it
  public void record(String account, String subject, String what) {
    if (isFirst(account + "\n" + subject + "\n" + what)) {
      audit.record(account, "own-read", subject, what);
    }
  }

  private boolean isFirst(String thing) {
    LocalDate today = room.today();
    if (!today.equals(day) || written.size() > MOST) {
      written.clear();
      day = today;
    }
    return written.add(thing);
  }
}
