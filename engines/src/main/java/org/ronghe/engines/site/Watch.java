package org.ronghe.engines.site;

/// What the host does while a search goes on: tell the reader how far it is, and decide whether it
/// may go on. Called often (several hundred times a second), on the thread that searches.
@FunctionalInterface
public interface Watch {
  /// Never stops and tells nobody.
  Watch PATIENT = _ -> true;

  /// False ends the search with the best answer found so far.
  boolean goOn(Standing standing);
}
