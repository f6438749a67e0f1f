package org.ronghe.serve.hook;

import java.net.URI;
import java.util.Set;

/// One system that wants to hear of cases.
///
/// @param id short name, part of the id of each message
/// @param address where it listens; https, except on this machine
/// @param key shared secret that signs each message
/// @param services ids of the services it hears of; all when empty
/// @param events codes of the verbs it hears of; all when empty
public record Hook(String id, URI address, HookKey key, Set<String> services, Set<String> events) {
  public Hook {
    services = Set.copyOf(services);
    events = Set.copyOf(events);
  }

  boolean hears(String service, String event) {
    return (services.isEmpty() || services.contains(service))
        && (events.isEmpty() || events.contains(event));
  }
}
