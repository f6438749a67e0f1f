package org.ronghe.office.staff;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Members as they were last read: every request asks for one. Nothing old is given once a change
/// is committed, and nothing uncommitted to anyone but the transaction that writes it.
final class MemberCache {
  private static final int MOST = 20_000;
  private final Map<String, Staff.Member> members = new ConcurrentHashMap<>();

  /// Counts changes, so that what was read before one is not kept after it.
  private final AtomicLong changes = new AtomicLong();

  Optional<Staff.Member> find(String name, Supplier<Optional<Staff.Member>> read) {
    if (TransactionSynchronizationManager.isActualTransactionActive()) {
      return read.get();
    }
    Staff.Member kept = members.get(name);
    if (kept != null) {
      return Optional.of(kept);
    }
    long before = changes.get();
    Optional<Staff.Member> found = read.get();
    found.ifPresent(member -> {
      if (members.size() >= MOST) {
        members.clear();
      }
      members.put(name, member);
      if (changes.get() != before) {
        members.remove(name);
      }
    });
    return found;
  }

  /// A member was changed; in a transaction this counts from its end on.
  void changed(String name) {
    if (!TransactionSynchronizationManager.isSynchronizationActive()) {
      forget(name);
      return;
    }
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCompletion(int status) {
            forget(name);
          }
        });
  }

  private void forget(String name) {
    changes.incrementAndGet();
    members.remove(name);
  }
}
