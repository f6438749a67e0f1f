package org.ronghe.operate.works;

import org.ronghe.model.event.WorksClosed;
import org.ronghe.model.event.WorksOpened;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/// Hears of dig sites from serve, durably: an event that was published is heard although we die
/// meanwhile.
@Component
class WorksListener {
  private final WorksBook book;
  private final WorksDesk desk;
  private final ApplicationEventPublisher events;

  WorksListener(WorksBook book, WorksDesk desk, ApplicationEventPublisher events) {
    this.book = book;
    this.desk = desk;
    this.events = events;
  }

  @ApplicationModuleListener(id = "operate.works.opened")
  void on(WorksOpened event) {
    if (book.keep(event.works())) {
      events.publishEvent(new WorksKept(event.works()));
    }
  }

  @ApplicationModuleListener(id = "operate.works.closed")
  void on(WorksClosed event) {
    book.close(event.worksId(), event.at());
    events.publishEvent(new WorksKept(null));
  }

  /// After the commit, within this room: memory follows the book.
  @TransactionalEventListener(fallbackExecution = true)
  void on(WorksKept kept) {
    desk.refresh();
  }
}
